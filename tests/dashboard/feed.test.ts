import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertRevisions } from '#shared/db/revisions.ts'
import type { Change } from '#shared/domain/change.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let address: string
beforeAll(async () => {
  world = await startWorld({ towns: { Pau: ['Lou'], Dax: ['Noa'] }, clock: '2026-12-03T10:00:00+01:00' })
  const row = groupUid('Pau')
  const lou = { name: 'Lou Martin', email: 'lou.martin@example.org', phone: '+33612345678' }
  await revise('Pau', 'Lou', 2, [
    { list: 'group', row, field: 'active_members', before: 12, after: 20 },
    { list: 'referents', row: personUid('Lou'), added: lou },
    { list: 'referents', row: personUid('Lou'), field: 'phone', before: null, after: '+33612345678' },
    { list: 'group', row, field: 'note', before: null, after: 'Appeler Lou Martin' },
    { list: 'lists', row: personUid('Lou'), added: { list: 'annonces' } },
    {
      list: 'trainings',
      row: 'training-1',
      added: { theme: 'Accueil & <écoute>\u0001', held_on: '2026-11-12', attendees: 9 },
    },
  ])
  await revise('Dax', 'Noa', 2, [
    { list: 'group', row: groupUid('Dax'), field: 'website', before: null, after: 'https://dax.example.org' },
  ])
  const page = await look(world, await signIn(world), '/dashboard/changes?section=identity')
  address = world.url + (/href="(\/dashboard\/feed\/[^"]+)"/.exec(page.html)?.[1] ?? '').replaceAll('&amp;', '&')
})
afterAll(() => world.stop())

function revise(town: string, by: string, number: number, changes: Change[]) {
  const revision = { group: groupUid(town), number, author: 'referent' as const, person: personUid(by), changes }
  return insertRevisions(world.db, [revision], world.now()).run()
}

test('a feed reader, which has no cookie, gets what changed by the address that the page gave', async () => {
  const response = await fetch(address)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const feed = await response.text()
  expect(feed.match(/<entry>/g)).toHaveLength(2)
  expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">')
  expect(feed).toMatch(/<title>Archipel Pau\u00a0: Personnes actives\u00a0: 12 → 20/)
  expect(feed).toContain(`${world.url}/dashboard/groups/${groupUid('Pau')}#revision-2`)
  expect(feed).toContain('Accueil &amp; &lt;écoute&gt;, 12 novembre 2026')
  expect(feed).not.toContain('\u0001')
})

test('it keeps to what the page was filtered by', async () => {
  expect(address).toContain('?section=identity')
  const trainings = await (await fetch(address.replace('identity', 'trainings'))).text()
  expect(trainings.match(/<entry>/g)).toHaveLength(1)
})

test('it names nobody: whoever reads it elsewhere learns that somebody came, not who', async () => {
  const feed = await (await fetch(address)).text()
  expect(feed).toContain('Nouvelle personne')
  expect(feed).toContain('référent·e\u00a0: corrigé')
  expect(feed).not.toMatch(/Lou|Noa|Martin|example\.org\/?[^/]*@|\+33|0612|06 12|lou\.|Appeler|annonces/)
})

test('another address is nobody’s', async () => {
  const [path = ''] = address.split('?')
  for (const wrong of [
    `${path}x`,
    `${path.slice(0, -1)}_`,
    path.slice(0, -43) + 'x'.repeat(43),
    `${world.url}/dashboard/feed/x`,
  ])
    expect((await fetch(wrong)).status).toBe(404)
})

test('it opens the feed and nothing else', async () => {
  const token = new URL(address).pathname.split('/').at(-1)
  expect((await fetch(`${world.url}/desk/sign-in/${token}`)).status).toBe(404)
  expect((await fetch(`${world.url}/dashboard`, { headers: { cookie: `relance_session=${token}` } })).status).toBe(401)
})
