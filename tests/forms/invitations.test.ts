import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { findPersonData } from '#shared/db/person-data.ts'
import { linkPath } from '#shared/domain/link.ts'
import { open, type Sheet, submit, textOf } from '#tests/support/browser.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { readOutbox } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
const noon = new Date('2026-12-01T12:00:00+01:00')
const daysOn = (days: number) => new Date(noon.getTime() + days * 86_400_000 + 11 * 60_000)

beforeAll(async () => {
  world = await startWorld({ clock: noon.toISOString(), sends: true, sleepless: true })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await world.setClock(noon.toISOString())
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Noa Roy', 'Ada'], Metz: ['Sam'] }, noon)
  await run(`UPDATE person SET phone = '+33612345678', language = 'en' WHERE name = 'Noa Roy'`)
  await run(
    `INSERT INTO subscription (person_id, list, since_at) SELECT id, 'annonces', '2026' FROM person WHERE name = 'Noa Roy'`,
  )
  await run(
    `INSERT INTO consent (person_id, field, wording, agreed_at) SELECT id, 'name', 'oui', '2026' FROM person WHERE name = 'Noa Roy'`,
  )
})

const run = (sql: string) => world.db.prepare(sql).run()
const pau = (section = '') => `${groupUid('Pau')}${section}`
const page = async (name: string, path: string) => open(`${await world.linkOf(name)}/${path}`)
const noa = addressOf('Noa Roy')

/** Sends the page of referents of Pau with somebody added to it. */
async function name(email: string, typed: Record<string, string> = {}): Promise<Sheet> {
  const form = await page('Lou', pau('/referents'))
  const fields = Object.entries({ name: 'N.', email, ...typed }).map(([field, value]): [string, string] => [
    `row-of-new.${field}`,
    value,
  ])
  return submit({ ...form, fields: [...form.fields, ['row', 'row-of-new'], ...fields] })
}

const messages = async (address: string, after = 0) => {
  await world.tick(daysOn(after))
  return world.mailbox.messages.list(address)
}
const linkIn = (text = '', path = 'invitation') =>
  new RegExp(`http\\S+/${path}\\S*`).exec(text)?.[0] ?? expect.fail(`no link: ${text}`)
const here = (link: string) => world.url + new URL(link).pathname
const question = async (address: string, after = 0) => open(here(linkIn((await messages(address, after)).at(-1)?.text)))
const email = (who: string) =>
  world.db.prepare('SELECT email FROM person WHERE uid = ?1').bind(personUid(who)).first<string>('email')
const record = async () => textOf(await page('Lou', pau()))

describe('whoever is named', () => {
  const rename = async (who: string, section: string, field: string, value: string) => {
    const form = await page(who, pau(`/${section}`))
    const isOwn = (name: string) => name === `${pau()}.${field}` || name === `${personUid(who)}.${field}`
    const [shown] = form.fields.find(([name]) => isOwn(name)) ?? []
    const saved = await submit(form, { [shown ?? expect.fail(JSON.stringify(form.fields))]: value })
    expect(textOf(saved)).toContain('C’est enregistré')
  }
  const asked = async () => (await messages('ida@example.org')).at(-1)

  test('reads who names them and for which group in the subject, where the team knows the names', async () => {
    await name('ida@example.org', { name: 'Ida' })
    expect((await asked())?.subject).toBe('Lou vous propose comme personne référente d’Archipel Pau')
  })

  test('reads a name of a group that only a link gave in quotes, and not before the mail is opened', async () => {
    await rename('Sam', 'identity', 'name', 'Gagnez un iPhone')
    await name('ida@example.org', { name: 'You won' })
    const message = await asked()
    expect(message?.subject).toBe('Archipel\u00a0: Êtes-vous d’accord\u00a0?')
    expect(message?.to).toEqual([{ name: '', address: 'ida@example.org' }])
    expect(message?.text).toContain('de «\u00a0Gagnez un iPhone\u00a0»')
    // The team gives the group its name: it leads again
    await run(`UPDATE revision SET author = 'coordinator', person_id = NULL WHERE changes LIKE '%iPhone%'`)
    await name('eva@example.org', { name: 'Eva' })
    expect((await messages('eva@example.org')).at(-1)?.subject).toContain('Gagnez un iPhone')
  })

  test('nor a name that somebody gave themselves, or was given by whoever named them', async () => {
    await rename('Lou', 'referents', 'name', 'Colis en attente')
    await name('ida@example.org', { name: 'Paiement refusé' })
    expect((await asked())?.subject).toBe('Archipel\u00a0: Êtes-vous d’accord\u00a0?')
    expect((await asked())?.text).toContain('«\u00a0Colis en attente\u00a0» vous propose')
    await submit(await question('ida@example.org'), { do: 'yes' })
    const link = linkIn((await messages('ida@example.org')).at(-1)?.text)
    const form = await open(`${here(link).replace('/invitation/', '/u/')}/${pau('/referents')}`)
    const typed: [string, string][] = [
      ['row', 'row-of-new'],
      ['row-of-new.name', 'Noé'],
      ['row-of-new.email', 'noe@example.org'],
    ]
    await submit({ ...form, fields: [...form.fields, ...typed] })
    const second = (await messages('noe@example.org')).at(-1)
    expect(second?.subject).not.toMatch(/Paiement/)
    expect(second?.text).toContain('«\u00a0Paiement refusé\u00a0»')
  })

  test('is asked by mail, and the page says so, until they have said yes', async () => {
    const saved = await name('lea@example.org', { name: 'Léa' })
    expect(textOf(saved)).toContain('nous écrivons à Léa : une invitation, à accepter ou non.')
    expect(await record()).toContain('Léa · lea@example.org · n’a pas encore dit oui')
    const asked = await question('lea@example.org')
    await submit(asked, { do: 'yes' })
    expect(await record()).not.toContain('n’a pas encore dit oui')
  })

  test('reads after a no what to do if it was a slip, and may be suggested again', async () => {
    await name('zia@example.org', { name: 'Zia' })
    const answered = await submit(await question('zia@example.org'), { do: 'no' })
    expect(textOf(answered)).toContain('Demandez au groupe de vous proposer de nouveau')
    const history = await page('Lou', pau('/history'))
    expect(textOf(history)).toMatch(/Relance.*N’est plus dans la liste : Zia/)
    expect(history.html).not.toContain('zia@example.org')
    expect(textOf(history)).not.toMatch(/N’est plus dans la liste : Zia\s*Annuler/)
    const before = (await messages('zia@example.org')).length
    await name('zia@example.org', { name: 'Zia' })
    expect((await messages('zia@example.org')).length).toBe(before + 1)
  })

  test('is shown as the group typed them, and nothing tells whether we know them, on any page', async () => {
    const seen: string[] = []
    for (const address of [noa, 'nobody-knows@example.org']) {
      await name(address)
      const pages = await Promise.all(
        ['', '/referents', '/lists', '/history', '/part'].map((path) => page('Lou', pau(path))),
      )
      const me = await page('Lou', 'me')
      const all = [...pages, me].map(({ html }) => html).join('\n')
      expect(all).toContain(address)
      expect(all).not.toMatch(/Noa Roy|12 34 56 78|person-noa/)
      seen.push(
        [...pages, me]
          .map((one) => textOf(one))
          .join('\n')
          .replaceAll(address, 'address'),
      )
      const row = (await page('Lou', pau('/referents'))).fields.find(([, value]) => value === address)?.[0] ?? ''
      await submit(await page('Lou', pau('/referents')), { [row.replace('.email', '.remove')]: 'oui' })
      await world.clear()
      await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Noa Roy', 'Ada'], Metz: ['Sam'] }, noon)
    }
    expect(seen[0]).toBe(seen[1])
  })

  test('gets one mail, and nothing else of the group: no news, no month’s mail, no new link', async () => {
    await name('yann@example.org')
    await messages('yann@example.org')
    await submit(await page('Lou', pau('/identity')), { [`${pau()}.active_members`]: '20' })
    const form = await open(`${world.url}/new-link`)
    await submit(form, { email: 'yann@example.org' })
    const [asked, ...more] = await messages('yann@example.org', 7)
    expect(more).toEqual([])
    expect(asked?.subject).toBe('Lou vous propose comme personne référente d’Archipel Pau')
    expect((await readOutbox(world.db)).map(({ to }) => to)).not.toContain('Yann')
  })

  test('is asked one question by that mail’s link, which opens nothing else, and shows nothing of the group but its name', async () => {
    await run(`UPDATE person SET phone = '+33699999999' WHERE name = 'Sam'`)
    await name('yann@example.org', { name: 'Yann', phone: '06 11 22 33 44' })
    const asked = await question('yann@example.org')
    expect(asked.html.match(/<form/g)?.length).toBe(asked.html.match(/<form[^>]*invitation/g)?.length)
    expect(textOf(asked)).toContain('06 11 22 33 44')
    expect(asked.html).not.toMatch(/Sam|99 99 99/)
    const token = new URL(asked.url).pathname.split('/').at(-1) ?? ''
    for (const path of ['', `/${pau()}`, `/${pau('/referents')}`, '/me', '/me/download', '/word', '/not-me'])
      expect((await open(world.url + linkPath.update(token) + path)).status).toBe(404)
    const unread = await open(`${world.url}/invitation/${token}`, { method: 'HEAD' })
    expect(unread.status).toBe(200)
    expect(await record()).not.toContain('11 22 33 44 · Yann Roy')
  })

  test('of whom we know becomes that person by a yes, as they are, and the typed words are gone', async () => {
    await name(noa, { phone: '06 99 99 99 99', role: 'Accueil' })
    const before = await page('Lou', pau('/referents'))
    const yes = await submit(await question(noa), { do: 'yes' })
    expect(textOf(yes)).toContain('Welcome')
    expect(await record()).toMatch(/Noa Roy · noa.roy@example.org · 06 12 34 56 78 · Accueil/)
    expect((await page('Lou', pau('/lists'))).html).toContain(personUid('Noa Roy'))
    expect(textOf(await page('Lou', pau('/history')))).toContain('Noa Roy')
    // Opened before the yes, sent after: nothing is lost, and nobody is asked again
    expect(textOf(await submit(before, { [`${personUid('Lou')}.role`]: 'Trésorerie' }))).toContain('Saved: Referents')
    expect(await record()).toMatch(/Noa Roy · noa.roy@example.org · 06 12 34 56 78/)
    expect(await world.db.prepare('SELECT count(*) AS n FROM invitation').first('n')).toBe(0)
    const data = await findPersonData(world.db, movement.sections, personUid('Noa Roy'))
    expect(data?.groups.map(({ name }) => name)).toEqual(['Archipel Dax', 'Archipel Pau'])
  })

  test('who says no, or does not answer for thirty days, leaves the record, and the group is told', async () => {
    await name(noa)
    await submit(await question(noa), { do: 'no' })
    expect(await record()).not.toContain(noa)
    expect(JSON.stringify(await run('SELECT * FROM invitation'))).not.toContain(noa)
    expect((await messages(addressOf('Sam'))).map(({ subject }) => subject)).toContain(
      'Quelqu’un a dit non pour Archipel Pau',
    )
    await name('yann@example.org', { name: 'Yann' })
    const asked = await question('yann@example.org', 1)
    await world.setClock(daysOn(29).toISOString())
    await world.tick(daysOn(29))
    expect(await record()).toContain('yann@example.org')
    await world.setClock(daysOn(31).toISOString())
    expect((await messages(addressOf('Lou'), 31)).map(({ subject }) => subject)).toContain(
      'Yann n’a pas répondu pour Archipel Pau',
    )
    expect(await record()).not.toContain('yann@example.org')
    expect((await open(here(asked.url))).status).not.toBe(500)
    await world.tick(daysOn(62))
    expect(await world.db.prepare('SELECT count(*) AS n FROM invitation').first('n')).toBe(0)
  })

  test('whose address does not exist leaves the record, and the group hears of it at once', async () => {
    world.mailbox.faults.add({ at: 'rcpt', to: 'yann@example.org', does: { answer: '550 5.1.1 no such user' } })
    await name('yann@example.org', { name: 'Yann' })
    const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
    for (const minutes of [11, 22, 23]) await world.tick(at(minutes))
    const told = await world.mailbox.messages.list(addressOf('Sam'))
    expect(told.map(({ subject }) => subject)).toContain('L’adresse de quelqu’un n’existe pas')
    expect(told.at(0)?.text).toContain('L’adresse de Yann n’existe pas')
    expect(told.at(0)?.text).toContain('Demandez-lui la bonne adresse')
    expect(await record()).not.toContain('yann@example.org')
    expect(textOf(await page('Lou', pau('/history')))).toContain('Yann')
    await name('yann.roy@example.org', { name: 'Yann' })
    expect(await record()).toContain('yann.roy@example.org')
  })

  test('whose address was found not to exist before leaves it as soon, and in the same words: nobody learns that it was known', async () => {
    const endOf = async (email: string) => {
      await name(email, { name: 'Yann' })
      const from = Date.parse(
        (await world.db.prepare('SELECT max(invited_at) AS at FROM invitation').first('at')) as string,
      )
      for (const minutes of [11, 22, 23]) await world.tick(new Date(from + minutes * 60_000))
      return world.db
        .prepare(
          `SELECT answer, round((julianday(answered_at) - julianday(?1)) * 1440) AS minutes FROM invitation ORDER BY id DESC LIMIT 1`,
        )
        .bind(new Date(from).toISOString())
        .first()
    }
    world.mailbox.faults.add({ at: 'rcpt', to: 'yann@example.org', does: { answer: '550 5.1.1 no such user' } })
    const fresh = await endOf('yann@example.org')
    await run(
      `INSERT INTO suppression (address, reason, since_at) VALUES ('yann.roy@example.org', 'hard_bounce', '2026-06-01T08:00:00.000Z')`,
    )
    expect(fresh).toMatchObject({ answer: 'returned' })
    expect(await endOf('yann.roy@example.org')).toEqual(fresh)
    const told = await world.mailbox.messages.list(addressOf('Sam'))
    expect(told.filter(({ subject }) => subject === 'L’adresse de quelqu’un n’existe pas')).toHaveLength(2)
  })

  test('stays invited where what the server said of the address is believed no more', async () => {
    world.mailbox.faults.add({ at: 'rcpt', to: 'yann@example.org', does: { answer: '550 5.1.1 no such user' } })
    await name('yann@example.org', { name: 'Yann' })
    await world.tick(new Date(noon.getTime() + 11 * 60_000))
    expect(await world.db.prepare('SELECT count(*) AS n FROM suppression').first('n')).toBe(1)
    await run('DELETE FROM suppression')
    await world.tick(new Date(noon.getTime() + 30 * 60_000))
    expect(await record()).toContain('yann@example.org')
  })

  test('is a referent at once where the team imports or adds them', async () => {
    await name('yann@example.org')
    await makeGroups(world.db, { Pau: ['Lou', 'Sam', 'Yann'] }, noon).catch(() => undefined)
    expect(await world.db.prepare(`SELECT count(*) AS n FROM invitation`).first('n')).toBe(1)
    await run(
      `INSERT INTO person (uid, email, name, name_key, created_at) VALUES ('person-yann', 'yann@example.org', 'Yann', 'yann', '2026')`,
    )
    await run(
      `INSERT INTO referent (group_id, person_id, since_at)
       SELECT g.id, person.id, '2026' FROM local_group g, person WHERE g.town = 'Pau' AND person.uid = 'person-yann'`,
    )
    expect(await record()).toContain('Yann · yann@example.org')
    expect(await world.db.prepare(`SELECT count(*) AS n FROM invitation`).first('n')).toBe(0)
  })

  test('and named twice at once stands in the record once', async () => {
    const form = await page('Lou', pau('/referents'))
    const other = await page('Sam', pau('/referents'))
    const fields: [string, string][] = [
      ['row', 'row-of-new'],
      ['row-of-new.name', 'Yann'],
      ['row-of-new.email', 'yann@example.org'],
    ]
    await Promise.all([form, other].map((one) => submit({ ...one, fields: [...one.fields, ...fields] })))
    expect(
      (await page('Lou', pau('/referents'))).fields.filter(([, value]) => value === 'yann@example.org'),
    ).toHaveLength(1)
  })
})

describe('an address that another referent corrects', () => {
  const sam = personUid('Sam')
  const correct = async (address: string, by = 'Lou') =>
    submit(await page(by, pau('/referents')), { [`${sam}.email`]: address })

  beforeEach(async () => {
    await run(`DELETE FROM referent WHERE group_id = (SELECT id FROM local_group WHERE town = 'Metz')`)
    await run(
      `INSERT INTO note (person_id, body, written_at) SELECT id, 'privé', '2026' FROM person WHERE name = 'Sam'`,
    )
  })

  test('stays until whoever reads the new one has said yes and a week has passed; then it is the same person’s', async () => {
    const saved = await correct('sam.b@example.org')
    expect(textOf(saved)).toContain('C’est demandé : une nouvelle adresse')
    expect(textOf(saved)).toContain('Nous écrivons à sam.b@example.org pour demander si c’est bien l’adresse de Sam.')
    expect(textOf(await page('Lou', pau()))).toMatch(/sam@example\.org.*sam\.b@example\.org : n’a pas encore dit oui/)
    expect(await email('Sam')).toBe('sam@example.org')
    expect(textOf(await page('Lou', pau('/referents')))).toContain('Nouvelle adresse proposée : sam.b@example.org')
    const asked = await question('sam.b@example.org')
    const told = (await messages('sam@example.org')).at(-1)
    expect(told?.subject).toBe('Lou nous a donné une nouvelle adresse pour vous')
    expect(told?.text).toContain('jusqu’au 8 décembre 2026')
    const yes = await submit(asked, { do: 'yes' })
    expect(textOf(yes)).toContain('jusqu’au 8 décembre 2026')
    const token = new URL(asked.url).pathname.split('/').at(-1) ?? ''
    expect((await open(world.url + linkPath.update(token))).status).toBe(404)
    await world.tick(daysOn(6))
    expect(await email('Sam')).toBe('sam@example.org')
    await world.tick(daysOn(8))
    expect(await email('Sam')).toBe('sam.b@example.org')
    expect(textOf(await open(`${world.url + linkPath.update(token)}/me`))).toContain('privé')
    expect(textOf(await page('Lou', pau('/history')))).toContain('sam@example.org')
  })

  test('is kept by a word from the old one, by a link whose opening writes nothing, and the group is told', async () => {
    await correct('sam.b@example.org')
    await submit(await question('sam.b@example.org'), { do: 'yes' })
    const link = here(linkIn((await messages('sam@example.org')).at(-1)?.text, 'u'))
    const asked = await open(link)
    expect(textOf(asked)).toContain('sam.b@example.org')
    expect(await world.db.prepare('SELECT answer FROM invitation').first('answer')).toBe('accepted')
    expect(textOf(await submit(asked))).toContain('votre adresse reste la même')
    await world.tick(daysOn(9))
    expect(await email('Sam')).toBe('sam@example.org')
    expect((await messages(addressOf('Lou'), 9)).map(({ subject }) => subject)).toContain('Sam garde son adresse')
    expect(JSON.stringify(await run('SELECT * FROM invitation'))).not.toContain('sam.b@')
  })

  test('changes nothing without a yes, whatever time passes', async () => {
    await correct('sam.b@example.org')
    await world.tick(daysOn(31))
    expect(await email('Sam')).toBe('sam@example.org')
  })

  test('of somebody who is referent elsewhere too passes this seat on, and nothing of theirs', async () => {
    await run(
      `INSERT INTO referent (group_id, person_id, since_at) SELECT g.id, person.id, '2026' FROM local_group g, person WHERE g.town = 'Metz' AND person.name = 'Sam'`,
    )
    await correct('other@example.org')
    await submit(await question('other@example.org'), { do: 'yes' })
    await world.tick(daysOn(8))
    expect(await email('Sam')).toBe('sam@example.org')
    expect(await record()).toContain('other@example.org')
    const memberships = await world.db
      .prepare(
        `SELECT g.town FROM referent JOIN local_group g ON g.id = group_id JOIN person ON person.id = person_id WHERE person.name = 'Sam' AND person.email = 'sam@example.org' AND until_at IS NULL`,
      )
      .all()
    expect(memberships.results).toEqual([{ town: 'Metz' }])
  })

  test('to one that another group gives a colleague in the same minute passes to the first, and keeps no mail of others from leaving', async () => {
    await submit(await page('Ada', `${groupUid('Dax')}/referents`), {
      [`${personUid('Noa Roy')}.email`]: 'both@example.org',
    })
    await correct('both@example.org')
    for (const { text } of await messages('both@example.org'))
      await submit(await open(here(linkIn(text))), { do: 'yes' })
    await world.tick(daysOn(8))
    expect([await email('Noa Roy'), await email('Sam')]).toEqual(['both@example.org', 'sam@example.org'])
    expect(await record()).toContain('both@example.org')
    expect(await world.db.prepare('SELECT count(*) AS n FROM invitation').first('n')).toBe(0)
  })

  test('corrected from one’s own link, is asked too, and holds at once by a yes', async () => {
    const saved = await correct('sam.b@example.org', 'Sam')
    expect(textOf(saved)).toContain('Nous vous écrivons à sam.b@example.org. Ouvrez ce mail et dites oui')
    expect(await email('Sam')).toBe('sam@example.org')
    const asked = await question('sam.b@example.org')
    expect((await messages('sam@example.org')).at(-1)?.subject).toBe('Nous vous écrirons bientôt à une autre adresse')
    const yes = textOf(await submit(asked, { do: 'yes' }))
    expect(yes).toContain('Merci, c’est votre nouvelle adresse')
    expect(yes).not.toContain('Bienvenue')
    expect(yes).toContain('Archipel Pau')
    expect(await email('Sam')).toBe('sam.b@example.org')
  })

  describe('that moved them', () => {
    /** Whoever holds Sam’s link gives an address of theirs, and says yes to it at once: nothing has left for the old one. */
    async function takeOver() {
      const held = await world.linkOf('Sam')
      await correct('thief@example.net', 'Sam')
      await submit(await question('thief@example.net'), { do: 'yes' })
      expect(await email('Sam')).toBe('thief@example.net')
      return { held, mail: linkIn((await messages('thief@example.net')).at(-1)?.text).replace('/invitation/', '/u/') }
    }
    const isMoved = ({ subject }: { subject: string }) => subject.includes('désormais')
    const notice = async (old = 'sam@example.org') => (await messages(old)).find(isMoved)

    test('tells the old one, whose links open nothing any more', async () => {
      const { held } = await takeOver()
      const told = await notice()
      expect(told?.subject).toBe('Nous vous écrivons désormais à une autre adresse')
      expect(told?.text).toContain('Bonjour Sam')
      expect(told?.text.replaceAll('\u200b', '')).toContain('thief@example.net')
      expect(told?.text).toContain('31 décembre 2026')
      expect((await open(held)).status).toBe(410)
    })

    test('is taken back by the old one within thirty days: whoever moved them is out', async () => {
      const { mail } = await takeOver()
      expect((await open(here(mail))).status).toBe(200)
      const link = here(linkIn((await notice())?.text, 'back'))
      await world.setClock(daysOn(29).toISOString())
      const asked = await open(link)
      expect(textOf(asked)).toContain('thief@example.net')
      expect(await email('Sam')).toBe('thief@example.net')
      expect(textOf(await submit(asked))).toContain('nous vous écrivons de nouveau ici')
      expect(await email('Sam')).toBe('sam@example.org')
      expect((await open(here(mail))).status).toBe(410)
      // The link is theirs from now on, and takes nothing back again
      expect(textOf(await open(link))).toContain('Archipel Pau')
      expect(textOf(await open(`${link.replace('/back/', '/u/')}/${pau('/history')}`))).toContain('thief@example.net')
      expect(await world.db.prepare('SELECT count(*) AS n FROM former_address').first('n')).toBe(0)
    })

    test('cannot be taken back by what came between, nor after thirty days', async () => {
      const { mail } = await takeOver()
      const first = here(linkIn((await notice())?.text, 'back'))
      const form = await open(`${here(mail)}/${pau('/referents')}`)
      await submit(form, { [`${personUid('Sam')}.email`]: 'thief2@example.net' })
      await submit(await question('thief2@example.net'), { do: 'yes' })
      const second = here(linkIn((await notice('thief@example.net'))?.text, 'back'))
      expect(textOf(await open(second))).toContain('thief2@example.net')
      await submit(await open(first))
      expect(await email('Sam')).toBe('sam@example.org')
      expect(textOf(await open(second))).toContain('plus rien à reprendre')
      expect((await submit({ ...(await open(second)), fields: [] })).status).toBe(200)
      expect(await email('Sam')).toBe('sam@example.org')
    })

    test('is still taken back by the old one where what came between took it back before', async () => {
      const { mail } = await takeOver()
      const first = here(linkIn((await notice())?.text, 'back'))
      const form = await open(`${here(mail)}/${pau('/referents')}`)
      await submit(form, { [`${personUid('Sam')}.email`]: 'thief2@example.net' })
      await submit(await question('thief2@example.net'), { do: 'yes' })
      const second = here(linkIn((await notice('thief@example.net'))?.text, 'back'))
      await submit(await open(second))
      expect(await email('Sam')).toBe('thief@example.net')
      await submit(await open(first))
      expect(await email('Sam')).toBe('sam@example.org')
      expect((await open(second)).status).toBe(410)
    })

    test('is forgotten after thirty days, with the mail that told it', async () => {
      await takeOver()
      const link = here(linkIn((await notice())?.text, 'back'))
      await world.tick(daysOn(31))
      expect((await open(link)).status).toBe(404)
      const kept = await Promise.all([run('SELECT email FROM former_address'), run('SELECT address FROM mail')])
      expect(JSON.stringify(kept)).not.toContain('sam@example.org')
    })
  })

  test('after an unsubscription stays unsubscribed', async () => {
    await run(`INSERT INTO suppression (address, reason, since_at) VALUES ('sam@example.org', 'unsubscribed', '2026')`)
    await correct('sam.b@example.org', 'Sam')
    await submit(await question('sam.b@example.org'), { do: 'yes' })
    const reason = `SELECT reason FROM suppression WHERE address = 'sam.b@example.org'`
    expect(await world.db.prepare(reason).first('reason')).toBe('unsubscribed')
  })
})

test('whom the team named, where they are somebody already, is asked in the name of the movement', async () => {
  await name('ida@example.org')
  await run(`UPDATE invitation SET invited_by = NULL WHERE email = 'ida@example.org'`)
  const words = 'Archipel vous propose comme personne référente d’Archipel Pau'
  expect(textOf(await question('ida@example.org'))).toContain(words)
  expect((await messages('ida@example.org')).at(-1)?.subject).toBe(words)
})
