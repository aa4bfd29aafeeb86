import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { setSettings } from '#scripts/settings/set.ts'
import { hashToken } from '#shared/domain/link.ts'
import { byHand, open, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act } from '#tests/support/desk.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
const fixed = {
  ...sample,
  coordinators: [
    ...(sample.coordinators ?? []),
    { name: 'Sacha', email: 'sacha@archipel.example.org', regions: ['Bretagne'] },
  ],
}
beforeAll(async () => {
  world = await startWorld({ sends: true, fixed })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Noa'], Dax: ['Eva'] }, world.now())
  await world.db.prepare(`UPDATE person SET phone = '+33612345678'`).run()
  session = await signIn(world)
})

const at = `/groups/${groupUid('Pau')}/link`
/** A link that a coordinator makes, as the page shows it this once. */
async function make(query = ''): Promise<string> {
  const { status, page } = await act(world, session, `${at}${query}`, { do: 'make' }, `${at}${query}`)
  expect(status).toBe(200)
  return /https?:\/\/[^\s"]+\/p\/[\w-]{43}/.exec(page.html)?.[0] ?? ''
}
async function correct(url: string, section: string, given: Record<string, string>) {
  const page = await open(`${url}/${section}`)
  const fields = page.fields.map(([name, value]): [string, string] => {
    const [, field = ''] = /\.(\w+)$/.exec(name) ?? []
    return [name, given[field] ?? value]
  })
  const body = new URLSearchParams(fields)
  return fetch(`${url}/${section}`, { method: 'POST', body, headers: byHand, redirect: 'manual' })
}
const events = async () =>
  (await world.db.prepare('SELECT actor, action, coordinator FROM event ORDER BY id').all()).results

describe('a link to pass on', () => {
  test('writes as much in all as a referent in a day, however many saves that takes', async () => {
    const url = await make()
    const write = (members: string) => correct(url, 'identity', { active_members: members })
    await world.db.prepare('UPDATE passed_link SET characters = 400000').run()
    expect((await write('31')).status).toBe(303)
    const counted = await world.db.prepare('SELECT characters FROM passed_link').first<number>('characters')
    expect(counted).toBeGreaterThan(400_050)
    await world.db.prepare('UPDATE passed_link SET characters = 499990').run()
    const refused = await write('32')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('value="32"')
    const members = 'SELECT active_members FROM local_group WHERE uid = ?1'
    expect(await world.db.prepare(members).bind(groupUid('Pau')).first('active_members')).toBe(31)
  })

  test('adds as many rows in all as a referent in a day, also where two saves come at once', async () => {
    const url = await make()
    await world.db.prepare('UPDATE passed_link SET added = 299').run()
    const add = async (title: string) => {
      const { fields } = await open(`${url}/activities`)
      const row = crypto.randomUUID()
      const typed: [string, string][] = [
        ['row', row],
        [`${row}.title`, title],
        [`${row}.held_on`, '2026-11-03'],
      ]
      const body = new URLSearchParams([...fields, ...typed])
      return fetch(`${url}/activities`, { method: 'POST', body, headers: byHand, redirect: 'manual' })
    }
    const answers = await Promise.all([add('Fête'), add('Marche')])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await world.db.prepare('SELECT added FROM passed_link').first('added')).toBe(300)
    expect(await world.db.prepare('SELECT count(*) AS n FROM activity').first('n')).toBe(1)
  })

  test('is shown once to the coordinator, with words to send, and never a referent’s own', async () => {
    const { page } = await act(
      world,
      session,
      `${at}?for=${personUid('Lou')}`,
      { do: 'make' },
      `${at}?for=${personUid('Lou')}`,
    )
    expect(page.html).toMatch(/sms:\+33612345678\?&amp;body=Bonjour%20Lou/)
    const url = /https?:\/\/[^\s"]+\/p\/([\w-]{43})/.exec(page.html) ?? []
    const listed = await look(world, session, `/desk${at}`)
    expect(listed.html).not.toContain(String(url[1]))
    expect(textOf(listed)).toMatch(/Transmis par Camille à Lou, jusqu’au/)
    // What the database keeps opens nothing
    const kept = await world.db.prepare('SELECT hash FROM passed_link').first('hash')
    expect(kept).toBe(await hashToken(String(url[1])))
    expect(await events()).toContainEqual({
      actor: 'coordinator',
      action: 'pass_link',
      coordinator: 'camille@archipel.example.org',
    })
  })

  test('opens this group’s record, and shows nobody of it', async () => {
    const url = await make()
    for (const path of ['', '/identity', '/activities', '/campaigns', '/trainings']) {
      const page = await open(url + path)
      expect([path, page.status]).toEqual([path, 200])
      expect(page.html).not.toMatch(/Lou|Noa|Eva|Dax|lou@|noa@|612345678|12 34 56 78/)
    }
    expect(textOf(await open(url))).toContain('Archipel Pau')
    expect(textOf(await open(url))).toContain('Tout est juste ? Dites-le à Camille')
  })

  test('opens nothing else: no people, lists, history, data, language, other groups, by any address', async () => {
    const url = await make()
    const token = url.split('/').at(-1) ?? ''
    for (const path of ['referents', 'lists', 'me', 'history', 'part', 'language', 'keep', 'word', groupUid('Dax')]) {
      expect([path, (await open(`${url}/${path}`)).status]).toEqual([path, 404])
      const posted = await fetch(`${url}/${path}`, {
        method: 'POST',
        body: new URLSearchParams({ page: 'x' }),
        headers: byHand,
      })
      expect([path, posted.status]).toEqual([path, 404])
    }
    const paths = [`/u/${token}`, `/u/${token}/me`, `/u/${token}/${groupUid('Pau')}`, `/invitation/${token}`]
    for (const path of paths) expect([path, (await open(world.url + path)).status]).toEqual([path, 404])
  })

  test('corrects the record: the history says by whose link, the referents are told, and can take it back', async () => {
    const url = await make()
    const saved = await correct(url, 'identity', { active_members: '31' })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, expect.stringContaining('?done=saved')])
    const group = await world.db
      .prepare(`SELECT active_members FROM local_group WHERE uid = ?1`)
      .bind(groupUid('Pau'))
      .first('active_members')
    expect(group).toBe(31)
    expect(textOf(await look(world, session, `/desk/groups/${groupUid('Pau')}`))).toContain(
      'Par un lien transmis par Camille',
    )
    const lou = await world.linkOf('Lou')
    const history = await open(`${lou}/${groupUid('Pau')}/history`)
    expect(textOf(history)).toContain('Par un lien transmis par Camille')
    expect(history.html).toContain('name="revision"')
    await world.tick(new Date(world.now().getTime() + 15 * 60_000))
    const mails = await world.mailbox.messages.list(addressOf('Lou'))
    expect(mails.at(-1)?.subject).toBe('Quelqu’un (lien transmis par Camille) a corrigé la fiche d’Archipel Pau')
    const told = mails.map(({ text }) => text).join()
    expect(told).toContain('31')
    expect(told).not.toContain('Camille a')
    expect(await events()).toContainEqual({
      actor: 'passed_link',
      action: 'update_section',
      coordinator: 'camille@archipel.example.org',
    })
  })

  test('takes what was typed back to the page where something is wrong, and writes nothing without a page of ours', async () => {
    const url = await make()
    const wrong = await correct(url, 'identity', { active_members: 'beaucoup', website: 'https://pau.example.org' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('beaucoup')
    const forged = await fetch(`${url}/identity`, {
      method: 'POST',
      body: new URLSearchParams({ [`${groupUid('Pau')}.name`]: 'Autre', page: 'abcdefgh.made-up' }),
      headers: byHand,
      redirect: 'manual',
    })
    expect(forged.status).toBe(400)
    expect(await world.db.prepare(`SELECT count(*) AS n FROM local_group WHERE name = 'Autre'`).first('n')).toBe(0)
  })

  test('ends after forty-eight hours, when it is stopped, when all links are, and with who made it', async () => {
    const [first, second] = [await make(), await make()]
    const stopped = first
    const hash = await hashToken(first.split('/').at(-1) ?? '')
    const uid = await world.db.prepare('SELECT uid FROM passed_link WHERE hash = ?1').bind(hash).first<string>('uid')
    const goesOn = second
    expect((await act(world, session, at, { do: 'stop', link: uid })).to).toContain('done=passed_link_stopped')
    const ended = await open(stopped)
    expect(ended.status).toBe(410)
    expect(textOf(ended)).toContain('Demandez-en un autre à la personne qui vous l’a transmis')
    expect(ended.html).not.toContain('/new-link')
    expect((await open(goesOn)).status).toBe(200)
    await world.db.prepare(`UPDATE passed_link SET made_by = 'gone@archipel.example.org'`).run()
    expect((await open(goesOn)).status).toBe(410)
    await world.db
      .prepare(`UPDATE passed_link SET made_by = 'camille@archipel.example.org', expires_at = ?1`)
      .bind(world.now().toISOString())
      .run()
    expect((await open(goesOn)).status).toBe(410)
  })

  test('is not made by a coordinator of other regions, nor opens a group that is not in theirs', async () => {
    const sacha = await signIn(world, 'sacha@archipel.example.org')
    expect((await look(world, sacha, `/desk${at}`)).status).toBe(404)
    const url = await make()
    await world.db.prepare(`UPDATE passed_link SET made_by = 'sacha@archipel.example.org'`).run()
    expect((await open(url)).status).toBe(410)
  })

  test('shows and takes no phone or mail address that the movement asks for itself, nor a section of its own that has one', async () => {
    const label = (fr: string) => ({ label: { fr } })
    const board = { key: 'board', title: { fr: 'Bureau' }, name: 'who' }
    const rooms = { key: 'rooms', title: { fr: 'Locaux' }, name: 'what' }
    const questions = [
      { key: 'treasurer', type: 'phone', ...label('Numéro de la trésorerie') },
      { key: 'bikes', type: 'number', ...label('Vélos') },
      { key: 'who', section: 'board', type: 'text', ...label('Nom') },
      { key: 'mail', section: 'board', type: 'mail', ...label('Mail') },
      { key: 'what', section: 'rooms', type: 'text', ...label('Local') },
    ]
    const sections = ['identity', 'referents', 'activities', board, rooms]
    await setSettings({ db: world.db, fixed, now: world.now() }, [
      ['sections', JSON.stringify(sections)],
      ['questions', JSON.stringify(questions)],
    ])
    const own = () => world.db.prepare(`SELECT own FROM local_group WHERE uid = ?1`).bind(groupUid('Pau')).first('own')
    const group = world.db.prepare(`SELECT id FROM local_group WHERE uid = ?1`).bind(groupUid('Pau'))
    const id = await group.first<number>('id')
    await world.db.batch([
      world.db.prepare(`UPDATE local_group SET own = '{"treasurer":"+33699887766","bikes":3}' WHERE id = ?1`).bind(id),
      world.db
        .prepare(
          `INSERT INTO section_row (uid, group_id, section, own)
           VALUES ('row-on-the-board', ?1, 'own_board', '{"who":"Zora","mail":"zora@example.org"}')`,
        )
        .bind(id),
    ])
    const url = await make()
    for (const path of ['', '/identity', '/own_rooms']) {
      const page = await open(url + path)
      expect([path, page.status]).toEqual([path, 200])
      expect(page.html).not.toMatch(/99 88 77 66|99887766|trésorerie|Zora|Bureau/i)
    }
    expect((await open(`${url}/own_board`)).status).toBe(404)
    expect((await correct(url, 'identity', { own_bikes: '4', own_treasurer: '06 00 00 00 00' })).status).toBe(303)
    expect(JSON.parse(String(await own()))).toEqual({ treasurer: '+33699887766', bikes: 4 })
  })

  test('is slowed down once it writes thirty times an hour', async () => {
    const url = await make()
    const hash = await hashToken(url.split('/').at(-1) ?? '')
    await world.db
      .prepare('INSERT INTO submission_count (hour, client, submissions) VALUES (?1, ?2, 30)')
      .bind(world.now().toISOString().slice(0, 13), hash)
      .run()
    expect((await correct(url, 'identity', { active_members: '31' })).status).toBe(429)
  })
})
