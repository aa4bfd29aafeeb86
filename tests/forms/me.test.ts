import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { addressOf, groupUid, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Louise', 'Sam'], Dax: ['Louise'] } })
  await world.db.prepare('UPDATE local_group SET on_map = 1 WHERE uid = ?1').bind(groupUid('Pau')).run()
})
afterAll(() => world.stop())

const me = async (name: string) => open(`${await world.linkOf(name)}/me`)
const consents = () =>
  world.db
    .prepare('SELECT field, wording, withdrawn_at IS NULL AS stands FROM consent ORDER BY id')
    .all<{ field: string; wording: string; stands: number }>()
    .then(({ results }) => results.map(({ field, stands }) => `${field} ${stands === 1 ? 'stands' : 'ended'}`))

describe('what is public', () => {
  test('is nothing of a person until they tick it', async () => {
    const page = await me('Louise')
    expect(page.fields.map(([name]) => name).filter((name) => name !== 'switch' && name !== 'back')).toEqual([
      'page',
      'page',
    ])
    expect(
      page.html.slice(page.html.indexOf('Voici ce que la carte montre'), page.html.indexOf('id="kept"')),
    ).not.toContain('louise@')
  })

  test('is shown at once as the map shows it, with the words that were agreed to', async () => {
    const page = await submit(await me('Louise'), { name: 'oui', email: 'oui' })
    expect(textOf(page)).toContain('Vos choix sont enregistrés')
    const card = page.html.slice(page.html.indexOf('Voici ce que la carte montre'), page.html.indexOf('id="kept"'))
    expect(textOf({ ...page, html: card })).toContain('Louise · louise@example.org')
    expect(await consents()).toEqual(['name stands', 'email stands'])
    const wording = await world.db.prepare("SELECT wording FROM consent WHERE field = 'email'").first('wording')
    expect(wording).toContain('Rendre public, sur la carte des groupes\u00a0: mon adresse mail')
  })

  test('is taken back as easily, and the row says when', async () => {
    await submit(await me('Louise'), { email: null })
    expect(await consents()).toEqual(['name stands', 'email ended'])
  })

  test('is kept as it was ticked on a page that grew too old, for another press', async () => {
    const back = await submit(await me('Sam'), { page: 'old', phone: 'oui' })
    expect(back.status).toBe(400)
    expect(back.fields.filter(([name]) => name === 'phone')).toEqual([['phone', 'oui']])
    expect(await consents()).toEqual(['name stands', 'email ended'])
  })

  test('holds every public field of the group and no other, where it is included', async () => {
    await world.db
      .prepare(
        `UPDATE local_group SET postcode = '64000', department = '64', region = 'Nouvelle-Aquitaine', latitude = 43.3, longitude = -0.37,
           website = 'https://pau.example.org', networks = '@archipel_pau', public_email = 'pau@archipel.example.org', note = 'Difficile'
         WHERE uid = ?1`,
      )
      .bind(groupUid('Pau'))
      .run()
    const page = await me('Louise')
    const card = textOf({
      ...page,
      html: page.html.slice(page.html.indexOf('Voici ce que la carte montre'), page.html.indexOf('id="kept"')),
    })
    expect(card).toContain('Pau (64000), Pyrénées-Atlantiques (64), Nouvelle-Aquitaine')
    for (const shown of [
      'groupe actif',
      'https://pau.example.org',
      '@archipel_pau',
      'pau@archipel.example.org',
      'posé sur la ville',
    ])
      expect(card).toContain(shown)
    expect(card).not.toMatch(/Difficile|membres/)
  })

  test('says of a group that is not on the map that it is not', async () => {
    expect(textOf(await me('Louise'))).toContain('Archipel Dax n’est pas sur la carte')
  })
})

describe('a person’s data', () => {
  test('are downloaded whole', async () => {
    const answer = await fetch(`${await world.linkOf('Louise')}/me/download`)
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(await answer.json()).toMatchObject({
      name: 'Louise',
      email: 'louise@example.org',
      memberships: [{ group: 'Archipel Pau' }, { group: 'Archipel Dax' }],
      consents: [{ field: 'name' }, { field: 'email' }],
    })
  })

  test('are on the page a part at a time, the latest first, and in the file whole, however much there is', {
    timeout: 60_000,
  }, async () => {
    await world.db.batch([
      world.db
        .prepare(
          `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700)
           INSERT INTO mail (uid, kind, person_id, state, due_at, settled_at, created_at)
           SELECT 'mail-of-louise-' || i, 'news', (SELECT id FROM person WHERE uid = ?1), 'sent', ?2, ?2, ?2 FROM n`,
        )
        .bind(personUid('Louise'), world.now().toISOString()),
      world.db
        .prepare(
          `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
           INSERT INTO note (person_id, body, written_at)
           SELECT (SELECT id FROM person WHERE uid = ?1), 'Mot ' || i || ' ' || ?3, ?2 FROM n`,
        )
        .bind(personUid('Louise'), world.now().toISOString(), 'é'.repeat(3900)),
      world.db
        .prepare(
          `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
           INSERT INTO revision (group_id, number, person_id, author, changes, made_at)
           SELECT (SELECT id FROM local_group WHERE uid = ?4), 100 + i, (SELECT id FROM person WHERE uid = ?1), 'referent', json_array(json_object('list', 'group', 'row', ?4, 'field', 'note', 'before', 'n' || i, 'after', ?3)), ?2 FROM n`,
        )
        .bind(personUid('Louise'), world.now().toISOString(), 'x'.repeat(400_000), groupUid('Pau')),
    ])
    const link = await world.linkOf('Louise')
    let path = '/me'
    const words = new Set<string>()
    let pages = 0
    for (; path !== '' && pages < 30; pages++) {
      const { status, html } = await open(link + path)
      expect([path, status]).toEqual([path, 200])
      expect(Buffer.byteLength(html)).toBeLessThan(100_000)
      for (const [word] of html.matchAll(/Mot \d+/g)) words.add(word)
      path = /href="[^"]*(\/me\?from=\d+)#kept"/.exec(html)?.[1] ?? ''
    }
    expect([words.size, pages]).toEqual([60, 15])
    const file = (await (await fetch(`${link}/me/download`)).json()) as Record<string, unknown[]>
    expect(file.mails?.length).toBeGreaterThanOrEqual(700)
    expect(file.words).toHaveLength(60)
    expect(file.corrections).toHaveLength(20)
    expect(JSON.stringify(file).length).toBeGreaterThan(8_000_000)
    await world.db.batch([
      world.db.prepare("DELETE FROM mail WHERE uid LIKE 'mail-of-louise-%'"),
      world.db.prepare("DELETE FROM note WHERE body LIKE 'Mot %'"),
      world.db.prepare('DELETE FROM revision WHERE number > 100'),
    ])
  })

  test('are not erased without the box', async () => {
    const page = await me('Louise')
    const asked = await submit(page, {}, `${page.url}/erase`)
    expect(asked.status).toBe(422)
    expect(asked.html).toContain('href="#sure"')
  })

  test('are not erased without saying which group would be left with nobody, and leading to who follows', async () => {
    const page = await me('Louise')
    expect(textOf(page)).toContain('plus personne à qui écrire pour le groupe Archipel Dax')
    expect(textOf(page)).not.toContain('plus personne à qui écrire pour le groupe Archipel Pau')
    expect(page.html).toContain(`/${groupUid('Dax')}/referents"`)
    const asked = await submit(page, { sure: 'oui' }, `${page.url}/erase`)
    expect(asked.status).toBe(422)
    expect(asked.html).toContain(`href="#nobody.${groupUid('Dax')}"`)
    expect(asked.html).toMatch(/id="sure"[^>]*\bchecked\b/)
    expect(await world.db.prepare("SELECT count(*) AS n FROM person WHERE name = 'Louise'").first('n')).toBe(1)
  })

  test('count whoever cannot be written to as nobody who follows', async () => {
    await world.db
      .prepare("INSERT INTO suppression (address, reason, since_at) VALUES ('sam@example.org', 'unsubscribed', ?1)")
      .bind(world.now().toISOString())
      .run()
    expect(textOf(await me('Louise'))).toContain('plus personne à qui écrire pour le groupe Archipel Pau')
    await world.db.prepare('DELETE FROM suppression').run()
  })

  test('count whoever is only called as nobody who can be written to', async () => {
    const sam = world.db.prepare('UPDATE person SET email = ?2, phone = ?3 WHERE uid = ?1')
    await sam.bind(personUid('Sam'), null, '+33612345678').run()
    expect(textOf(await me('Louise'))).toContain('plus personne à qui écrire pour le groupe Archipel Pau')
    await sam.bind(personUid('Sam'), addressOf('Sam'), null).run()
    expect(textOf(await me('Louise'))).not.toContain('plus personne à qui écrire pour le groupe Archipel Pau')
  })

  test('are all on the page: groups, lists, agreements with their words, answers, words, mails', async () => {
    await submit(await open(`${await world.linkOf('Louise')}/word?group=${groupUid('Pau')}`), { body: 'Merci à vous' })
    const lists = `${await world.linkOf('Sam')}/${groupUid('Pau')}/lists`
    await submit(await open(lists), { [`${personUid('Louise')}.annonces`]: 'oui' })
    const text = textOf(await me('Louise'))
    expect(text).toContain('Groupes (2) Archipel Pau · depuis le 1er décembre 2026 Archipel Dax')
    expect(text).toContain('Listes de diffusion (1) Annonces du mouvement · 1er décembre 2026')
    expect(text).toContain('mon adresse mail · accepté le 1er décembre 2026, retiré le')
    expect(text).toContain('Archipel Pau · Merci à vous')
    expect(text).toContain('Nouveau lien · parti')
  })

  test('are erased everywhere, histories included; that the group answered stays', async () => {
    const link = await world.linkOf('Louise')
    const referents = `${link}/${groupUid('Pau')}/referents`
    await submit(await open(referents), { [`${personUid('Louise')}.phone`]: '06 12 34 56 78' })
    const lists = `${link}/${groupUid('Pau')}/lists`
    await submit(await open(lists), { [`${personUid('Louise')}.annonces`]: 'oui' })
    expect(await world.db.prepare('SELECT list FROM subscription').first('list')).toBe('annonces')
    expect(await (await fetch(`${link}/me/download`)).json()).toMatchObject({
      subscriptions: [{ list: 'annonces' }],
      words: [{ group: 'Archipel Pau', body: 'Merci à vous' }],
    })
    const page = await open(`${link}/me`)
    expect(
      textOf(await submit(page, { sure: 'oui', [`nobody.${groupUid('Dax')}`]: 'oui' }, `${page.url}/erase`)),
    ).toContain('Vos données sont effacées')
    expect(await traces(/louise|\+33612345678/i)).toEqual([])
    expect(await world.db.prepare('SELECT kind, person_id FROM answer ORDER BY person_id').first()).toEqual({
      kind: 'updated',
      person_id: null,
    })
    expect((await open(link)).status).toBe(404)
  })
})

/** Where a text still stands in the database. */
async function traces(pattern: RegExp): Promise<string[]> {
  const { results } = await world.db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
    )
    .all<{ name: string }>()
  const rows = await Promise.all(
    results.map(async ({ name }) => ({ name, rows: (await world.db.prepare(`SELECT * FROM ${name}`).all()).results })),
  )
  return rows.filter(({ rows }) => pattern.test(JSON.stringify(rows))).map(({ name }) => name)
}
