import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open, type Sheet, submit, textOf } from '#tests/support/browser.ts'
import { addressOf, groupUid, personUid } from '#tests/support/movement.ts'
import { readStates } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({
    round: '2026-12',
    towns: {
      Pau: ['Lou', 'Sam'],
      Dax: ['Noa'],
      Metz: ['Rose', 'Paul'],
      Brest: ['Yann', 'Ada'],
      Foix: ['Eva', 'Léo'],
      Lens: ['Ugo'],
      Vannes: ['Zoé'],
      Tours: ['Ana', 'Bob'],
    },
  })
})
afterAll(() => world.stop())

const part = async (name: string, town: string, asked = '') =>
  open(`${await world.linkOf(name)}/${groupUid(town)}/part${asked}`)
/** Leaves, or says that it is not their group, and says yes to the one question. */
const leave = async (name: string, town: string, what = 'leave') =>
  submit(await part(name, town, `?do=${what}`), { do: what })
const comeBack = (sheet: Sheet) => {
  const revision = /name="revision" value="(\d+)"/.exec(sheet.html)?.[1] ?? expect.fail('no way back')
  const to = /action="([^"]*\/return)"/.exec(sheet.html)?.[1] ?? ''
  return submit(sheet, { revision }, new URL(to, sheet.url).href)
}
const memberships = (town: string) =>
  world.db
    .prepare(
      `SELECT person.name FROM referent JOIN person ON person.id = referent.person_id
       WHERE referent.until_at IS NULL AND referent.group_id = (SELECT id FROM local_group WHERE uid = ?1) ORDER BY person.name`,
    )
    .bind(groupUid(town))
    .all<{ name: string }>()
    .then(({ results }) => results.map(({ name }) => name))
const seatOf = (name: string) =>
  world.db
    .prepare('SELECT since_at, until_at FROM referent WHERE person_id = (SELECT id FROM person WHERE name = ?1)')
    .bind(name)
    .all()
    .then(({ results }) => results)
const answers = (town: string) =>
  world.db
    .prepare('SELECT kind FROM answer WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1)')
    .bind(groupUid(town))
    .all<{ kind: string }>()
    .then(({ results }) => results.map(({ kind }) => kind))

describe('a referent', () => {
  test('who leaves is no longer written to; the others still are, and the group has not answered', async () => {
    const page = await leave('Lou', 'Pau')
    expect(textOf(page)).toContain('Vous avez quitté')
    expect(await memberships('Pau')).toEqual(['Sam'])
    expect(await answers('Pau')).toEqual([])
    expect(await readStates(world.db)).toContain('Sam: invitation pending')
  })

  test('is asked once before they leave, in the words of what it comes to', async () => {
    const choice = await part('Ana', 'Tours')
    expect(choice.html).toContain('/part?do=leave')
    const asked = await submit(choice, { do: 'leave' })
    expect(textOf(asked)).toContain('Quitter Archipel Tours ?')
    expect(textOf(asked)).toContain('pendant trente jours')
    expect(asked.html).toMatch(/Quelqu’un prend la suite.{0,60}<a href="[^"]*\/referents">/)
    expect(await memberships('Tours')).toEqual(['Ana', 'Bob'])
  })

  test('who left hears later that they did, when, and comes back as if they had not left', async () => {
    const before = await seatOf('Ana')
    expect(textOf(await leave('Ana', 'Tours'))).toMatch(
      /Vous avez quitté Archipel Tours Depuis le 1er décembre 2026, nous ne vous écrivons plus pour ce groupe\. Merci pour tout/,
    )
    const later = await open(await world.linkOf('Ana'))
    expect(textOf(later)).toContain('Vous avez quitté Archipel Tours')
    expect(textOf(later)).toContain('Depuis le 1er décembre 2026')
    expect(textOf(later)).toContain('Vous pouvez revenir jusqu’au 30 décembre 2026')
    expect(textOf(later)).not.toContain('retiré')
    expect(textOf(await open(`${await world.linkOf('Ana')}/${groupUid('Tours')}`))).toContain('Vous avez quitté')
    const back = await comeBack(later)
    expect(textOf(back)).toContain('Vous êtes de nouveau référent·e')
    expect((await readStates(world.db)).filter((state) => state.startsWith('Ana: receipt'))).toEqual([])
    expect(await memberships('Tours')).toEqual(['Ana', 'Bob'])
    expect(await seatOf('Ana')).toEqual(before)
    expect(textOf(back)).not.toContain('Êtes-vous bien référent·e')
  })

  test('whose group it never was is thanked for nothing, and takes that back with the answer', async () => {
    const said = await leave('Bob', 'Tours', 'not_mine')
    // What stays of them, and how it goes, is said at once
    expect(textOf(said)).toContain('nous gardons ce que nous savons de vous')
    expect(said.html).toMatch(/action="[^"]*\/me\/erase"/)
    expect(textOf(said)).toContain('Archipel Tours n’est pas votre groupe')
    expect(textOf(said)).not.toContain('Merci')
    expect(await answers('Tours')).toEqual(['not_my_group'])
    await comeBack(said)
    expect(await memberships('Tours')).toEqual(['Ana', 'Bob'])
    expect(await answers('Tours')).toEqual([])
  })

  test('who sends that they leave a second time reads that they left, and nothing that they did not type', async () => {
    const asked = await open(`${await world.linkOf('Bob')}/${groupUid('Tours')}/part?do=leave`)
    const left = await submit(asked, { do: 'leave' })
    const again = await submit(asked, { do: 'leave' })
    expect([again.status, textOf(again)]).toEqual([200, textOf(left)])
    await comeBack(again)
  })

  test('who leaves one of their groups hears so, and may come back from the page of the other', async () => {
    await world.db
      .prepare(
        `INSERT INTO referent (group_id, person_id, since_at)
         SELECT (SELECT id FROM local_group WHERE uid = ?1), id, ?2 FROM person WHERE uid = ?3`,
      )
      .bind(groupUid('Metz'), '2026-01-01T00:00:00.000Z', personUid('Ana'))
      .run()
    const left = await leave('Ana', 'Tours')
    expect(textOf(left)).toContain('Vous avez quitté Archipel Tours')
    expect(textOf(left)).toMatch(/Revenir dans le groupe.*Archipel Metz/)
    const other = await open(await world.linkOf('Ana'))
    expect(textOf(other)).toMatch(/Archipel Metz.*Vous avez quitté Archipel Tours : revenir/)
    await comeBack(left)
    expect(await memberships('Tours')).toEqual(['Ana', 'Bob'])
    await world.db
      .prepare(
        'DELETE FROM referent WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1) AND person_id IN (SELECT id FROM person WHERE uid = ?2)',
      )
      .bind(groupUid('Metz'), personUid('Ana'))
      .run()
  })

  test('who left is not brought back by a link of somebody whom others took off, nor after thirty days', async () => {
    const referents = await open(`${await world.linkOf('Ana')}/${groupUid('Tours')}/referents`)
    await submit(referents, { [`${personUid('Bob')}.remove`]: 'oui' })
    const removed = await open(await world.linkOf('Bob'))
    expect(textOf(removed)).toContain('Ana vous a retiré·e de la liste le 1er décembre 2026')
    expect(removed.html).not.toContain('/return')
    const left = await leave('Zoé', 'Vannes', 'leave').then((asked) => submit(asked, { do: 'leave', nobody: 'oui' }))
    await world.db
      .prepare(
        "UPDATE revision SET made_at = '2026-10-01T00:00:00.000Z' WHERE person_id = (SELECT id FROM person WHERE name = 'Zoé')",
      )
      .run()
    await world.db
      .prepare(
        "UPDATE referent SET until_at = '2026-10-01T00:00:00.000Z' WHERE until_at IS NOT NULL AND person_id = (SELECT id FROM person WHERE name = 'Zoé')",
      )
      .run()
    expect((await comeBack(left)).status).toBe(409)
    expect((await open(await world.linkOf('Zoé'))).html).not.toContain('/return')
    expect(textOf(await open(await world.linkOf('Zoé')))).toContain('Depuis le 1er octobre 2026')
    await world.db
      .prepare("UPDATE referent SET until_at = NULL WHERE person_id = (SELECT id FROM person WHERE name = 'Zoé')")
      .run()
  })

  test('who is the last one cannot leave without a word about who follows', async () => {
    const asked = await leave('Noa', 'Dax')
    expect(asked.status).toBe(422)
    expect(textOf(asked)).toContain('Vous êtes la dernière personne')
    expect([textOf(await part('Noa', 'Dax')), textOf(asked)].join()).not.toContain('Les autres référent·es')
    expect(await memberships('Dax')).toEqual(['Noa'])
    await submit(asked, { do: 'leave', nobody: 'oui' })
    expect(await memberships('Dax')).toEqual([])
  })

  test('who is the last one whom we can write to cannot leave in silence either, wherever they say so', async () => {
    await world.db
      .prepare("INSERT INTO suppression (address, reason, since_at) VALUES (?1, 'hard_bounce', ?2)")
      .bind(addressOf('Léo'), world.now().toISOString())
      .run()
    const asked = await leave('Eva', 'Foix')
    expect(asked.status).toBe(422)
    expect(textOf(asked)).toContain('Nos mails n’arrivent plus chez Léo')
    const referents = await open(`${await world.linkOf('Eva')}/${groupUid('Foix')}/referents`)
    const back = await submit(referents, { [`${personUid('Eva')}.remove`]: 'oui' })
    expect(back.status).toBe(422)
    expect(textOf(back)).toContain('Nos mails n’arrivent plus chez Léo')
    expect((await submit(referents, { [`${personUid('Léo')}.remove`]: 'oui' })).status).toBe(200)
    expect(await memberships('Foix')).toEqual(['Eva'])
  })

  test('of whom we are wrong says so for themselves only, and is erased by one press', async () => {
    const said = await leave('Paul', 'Metz', 'not_mine')
    expect(await memberships('Metz')).toEqual(['Rose'])
    expect(await answers('Metz')).toEqual(['not_my_group'])
    expect(await readStates(world.db)).toContain('Rose: invitation pending')
    const [, to = '', form = ''] = /action="([^"]*\/me\/erase)"(.*?)<\/form>/s.exec(said.html) ?? []
    const page = /name="page" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const erased = await submit({ ...said, fields: [] }, { page, sure: 'oui' }, new URL(to, said.url).href)
    expect(textOf(erased)).toContain('Vos données sont effacées')
    expect(textOf(erased)).not.toContain('Merci')
    expect(await seatOf('Paul')).toEqual([])
  })

  test('puts the group to sleep, which ends its mails, and wakes it', async () => {
    const paused = await submit(await part('Yann', 'Brest'), { do: 'pause' })
    expect(textOf(paused)).toMatch(/le groupe fait une pause.*le réveiller ici même.*Réveiller le groupe/)
    expect(textOf(await open(`${await world.linkOf('Yann')}/${groupUid('Brest')}`))).not.toContain('Vous avez répondu')
    expect(await answers('Brest')).toEqual(['paused'])
    expect(await readStates(world.db)).toContain('Ada: invitation cancelled (answered)')
    const asleep = await open(`${await world.linkOf('Ada')}/${groupUid('Brest')}`)
    expect(textOf(asleep)).toContain('Le groupe est noté « en pause »')
    expect(textOf(await part('Ada', 'Brest', '?do=leave'))).not.toContain('continuent de recevoir nos mails')
    const awake = await submit(asleep, { do: 'wake' }, `${asleep.url}/part`)
    expect(textOf(awake)).toContain('Le groupe est réveillé')
    expect(
      await world.db.prepare('SELECT state FROM local_group WHERE uid = ?1').bind(groupUid('Brest')).first('state'),
    ).toBe('active')
  })

  test('puts the group to sleep among other corrections, which is a pause too', async () => {
    expect(await answers('Brest')).toEqual(['paused', 'updated'])
    const edit = await open(`${await world.linkOf('Ada')}/${groupUid('Brest')}/identity`)
    await submit(edit, { [`${groupUid('Brest')}.state`]: 'asleep' })
    expect(await answers('Brest')).toEqual(['paused', 'paused'])
  })

  test('of a group that sleeps leaves without a question, also as the last one', async () => {
    await submit(await part('Ugo', 'Lens'), { do: 'pause' })
    await leave('Ugo', 'Lens')
    expect(await memberships('Lens')).toEqual([])
  })
})
