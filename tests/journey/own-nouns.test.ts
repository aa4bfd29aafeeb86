import { afterAll, beforeAll, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { townsOf } from '#scripts/import/towns.ts'
import { open, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { importPaths, sampleFiles } from '#tests/support/importing.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const nouns = {
  group: { fr: { one: 'antenne', many: 'antennes', gender: 'feminine' } },
  referent: { fr: { one: 'relais', many: 'relais', gender: 'masculine' } },
  area: { fr: { one: 'secteur', many: 'secteurs', gender: 'masculine' } },
} as const

let world: World
let session: string
let group: string

beforeAll(async () => {
  world = await startWorld({
    fixed: { ...sample, nouns, feeds: { find: 'public' } },
    clock: '2026-12-01T09:30:00+01:00',
  })
  await importPaths(world.db, sampleFiles, { townsOf: () => townsOf('FR'), now: new Date('2026-11-20T10:00:00Z') })
  session = await signIn(world)
  const found = await world.db
    .prepare(`SELECT uid FROM local_group WHERE state = 'active' LIMIT 1`)
    .first<{ uid: string }>()
  group = found?.uid ?? ''
})
afterAll(() => world.stop())

/** Where one of our nouns stands on a page, with what is around it. */
const oursIn = (text: string) =>
  [...text.matchAll(/.{0,40}(?<![\p{L}·-])(groupes?|référent·es?|régions?)(?![\p{L}·-]).{0,30}/giu)].map(
    ([there]) => there,
  )

test.each([
  '/dashboard',
  '/dashboard/groups',
  '/dashboard/network',
  '/dashboard/map',
  '/dashboard/mails',
  '/dashboard/changes',
  '/dashboard/groups/:group',
  '/desk',
  '/desk/groups/new',
  '/desk/groups/:group',
  '/desk/calls',
  '/desk/month',
  '/desk/mails',
  '/desk/notes',
  '/desk/campaigns',
  '/desk/log',
])('no noun of ours is left on %s where the movement has its own', async (path) => {
  const page = await look(world, session, path.replace(':group', group))
  expect(page.status).toBe(200)
  expect(oursIn(textOf(page))).toEqual([])
})

test.each(['/', '/new-link', '/find', '/privacy'])('nor on what anybody sees: %s', async (path) => {
  expect(oursIn(textOf(await open(`${world.url}${path}`)))).toEqual([])
})
