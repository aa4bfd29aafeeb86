import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import config from '#sample/movement.config.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act, send } from '#tests/support/desk.ts'
import { setGroup } from '#tests/support/feeds.ts'
import { linkOfMail } from '#tests/support/links.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const sacha = 'sacha@archipel.example.org'
const fixed = {
  ...config,
  coordinators: [...(config.coordinators ?? []), { name: 'Sacha', email: sacha, regions: ['Bretagne'] }],
}

let world: World
beforeAll(async () => {
  world = await startWorld({ clock: '2026-12-03T10:00:00+01:00', fixed })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Brest: ['Lou', 'Sam'], Dax: ['Noa Kermorvan'] }, world.now())
  await setGroup(world, 'Brest', { region: 'Bretagne' })
  await setGroup(world, 'Dax', { region: 'Nouvelle-Aquitaine' })
  await world.db.prepare(`UPDATE person SET phone = '+33612345678' WHERE name = 'Noa Kermorvan'`).run()
})

const brest = `/groups/${groupUid('Brest')}`
const known = addressOf('Noa Kermorvan')
const rows = async (sql: string) => (await world.db.prepare(sql).all()).results

async function add(session: string, email: string, name = 'N.') {
  const page = await look(world, session, `/desk${brest}/referents`)
  const body = new URLSearchParams(page.fields.filter(([field]) => field !== 'tell') as [string, string][])
  const added = { row: 'person-new1', 'person-new1.name': name, 'person-new1.email': email }
  for (const [field, value] of Object.entries({ ...added, 'person-new1.phone': '', 'person-new1.role': '' }))
    body.append(field, value)
  return send(world, session, `${brest}/referents`, body)
}

/** What somebody of the team reads of Brest, wherever they look; without what changes with each page. */
async function everyPage(session: string, email: string): Promise<string> {
  const uid = (await rows(`SELECT uid FROM person WHERE email = '${email}'`))[0]?.uid ?? 'person-none'
  const paths = [
    ...['', '/referents', '/lists', '/mail'].map((path) => `/desk${brest}${path}`),
    `/desk/people/${uid}`,
    ...[`/dashboard${brest}`, `/dashboard${brest}/history`, '/dashboard/changes', '/dashboard/mails', '/desk/log'],
    ...['/dashboard/groups.csv', '/dashboard/groups.json', `/dashboard/groups?q=${encodeURIComponent(email)}`],
  ]
  const pages = []
  for (const path of paths) pages.push(`${path} ${textOf(await look(world, session, path))}`)
  return pages.join('\n').replaceAll(email, '…').replaceAll(encodeURIComponent(email), '…').replaceAll(String(uid), '…')
}

describe('somebody of the team who looks after some regions, and adds a referent by an address,', () => {
  test('is told the same, and reads the same everywhere, whether it is of somebody of elsewhere or of nobody', async () => {
    const seen = []
    for (const email of ['nobody@example.org', known]) {
      const session = await signIn(world, sacha)
      const { status, to } = await add(session, email)
      seen.push({ status, to, pages: (await everyPage(session, email)).replaceAll('person-none', '…') })
      await act(world, session, `${brest}/referents`, { 'person-new1.remove': 'oui' })
      await world.clear()
      await makeGroups(world.db, { Brest: ['Lou', 'Sam'], Dax: ['Noa Kermorvan'] }, world.now())
      await setGroup(world, 'Brest', { region: 'Bretagne' })
    }
    expect(seen[0]?.status).toBe(303)
    expect(seen[1]).toEqual(seen[0])
    expect(seen[1]?.pages).not.toMatch(/Kermorvan|12 34 56 78/)
  })

  test('has them asked first: they are a referent, as who they are, by their yes', async () => {
    await add(await signIn(world, sacha), known)
    expect(await rows('SELECT name, email, invited_by FROM invitation')).toEqual([
      { name: 'N.', email: known, invited_by: null },
    ])
    const [mail] = await rows(`SELECT uid FROM mail WHERE kind = 'welcome'`)
    const asked = await open(`${world.url}/invitation/${await linkOfMail(world, String(mail?.uid))}`)
    expect(textOf(await submit(asked, { do: 'yes' }))).toContain('Bienvenue')
    expect(
      await rows(`SELECT town FROM referent JOIN local_group g ON g.id = group_id JOIN person ON person.id = person_id
      WHERE person.name = 'Noa Kermorvan' AND until_at IS NULL ORDER BY town`),
    ).toEqual([{ town: 'Brest' }, { town: 'Dax' }])
  })
})

test('whom the team puts back among the referents is not kept away any more by having left', async () => {
  const left = await open(`${await world.linkOf('Lou')}/${groupUid('Brest')}/part?do=leave`)
  await submit(left, { do: 'leave' })
  expect(await rows('SELECT reason FROM departed_person')).toEqual([{ reason: 'left' }])
  expect((await add(await signIn(world), addressOf('Lou'), 'Lou')).to).toBe(`/desk${brest}?done=saved`)
  expect(await rows('SELECT reason FROM departed_person')).toEqual([])
  expect(await rows(`SELECT uid FROM person WHERE name = 'Lou'`)).toEqual([{ uid: personUid('Lou') }])
})
