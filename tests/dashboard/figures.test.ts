import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { playPast } from '#sample/past/past.ts'
import { importSample } from '#scripts/demo/fill.ts'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({ clock: '2026-12-10T18:00:00+01:00' })
  await importSample(world.db, movement, world.now())
  await playPast(world.db, { movement, now: world.now(), rounds: 7 })
  await world.db.prepare(`UPDATE local_group SET region = NULL, department = NULL WHERE id % 40 = 0`).run()
  session = await signIn(world)
})
afterAll(() => world.stop())

const page = async (path: string) => (await look(world, session, path)).html.replaceAll('&amp;', '&')

/** How many groups a list says that it has. */
async function countOf(path: string): Promise<number> {
  const [, title = ''] = /<h1>([^<]+)<\/h1>/.exec(await page(path)) ?? []
  return Number(/^[\d\s]+/.exec(title)?.[0].replace(/\s/g, ''))
}

/** Numbers that lead to a list of groups. */
function numbersIn(html: string): { path: string; number: number }[] {
  return [...html.matchAll(/<a href="(\/dashboard\/groups\?[^"]*)">([\d\s]+)<\/a>/g)].map(
    ([, path = '', shown = '']) => ({
      path,
      number: Number(shown.replace(/\s/g, '')),
    }),
  )
}

describe('a number of groups leads to as many groups', () => {
  test.each([
    ['the first page', '', 60],
    ['the network', '/network', 50],
    ['a region', '/network?region=Bretagne', 40],
    ['a department', '/network?department=29', 20],
    ['a past period', '/network?from=2026-08&until=2026-10', 15],
    ['the map', '/map', 10],
    ['the map of a region', '/map?region=Occitanie', 5],
    ['the map of answers', '/map?by=answers', 14],
    ['the answers of a region', '/map?by=answers&region=Occitanie', 5],
  ])('on %s', async (_, path, atLeast) => {
    const numbers = numbersIn(await page(`/dashboard${path}`))
    expect(numbers.length).toBeGreaterThanOrEqual(atLeast)
    const wrong = []
    for (const { path: list, number } of numbers) {
      const groups = await countOf(list)
      if (groups !== number) wrong.push({ list, number, groups })
    }
    expect(wrong).toEqual([])
  })
})

test.each(['', '/network', '/network?department=29'])(
  'each figure of /dashboard%s says how it is counted without being opened, and leads on',
  async (path) => {
    const html = await page(`/dashboard${path}`)
    const figures = html.split('<section class="figure"').slice(1)
    expect(figures.length).toBeGreaterThanOrEqual(3)
    for (const figure of figures) {
      const [whole = ''] = figure.split('<section class="figure"')
      const [open = ''] = whole.split('<details>')
      const [, title] = /<h2[^>]*>([^<]+)/.exec(open) ?? []
      expect(open, title).toContain('class="counted"')
      expect(whole, title).toContain('href="/dashboard/groups?')
    }
  },
)

test('freshness and the time to answer are those of a department, where one is chosen', async () => {
  const text = textOf(await look(world, session, '/dashboard/network?department=29'))
  expect(text).toContain('Temps pour répondre')
  expect(text).toMatch(/Référent·es \d+ sur \d groupes?, depuis moins de 90 jours/)
  await world.db.prepare(`DELETE FROM freshness_snapshot WHERE department = '29' AND round_key < '2026-10'`).run()
  expect(textOf(await look(world, session, '/dashboard/network?department=29'))).toContain(
    'Par département, ce chiffre est gardé depuis octobre 2026.',
  )
})

test('curves of what is checked end with the last complete round: a round that has just begun is no fall', async () => {
  const [, ages = ''] = (await page('/dashboard/network')).split('aria-labelledby="ages"')
  const [small = ''] = ages.split('</figure>')
  const readings = [...small.matchAll(/<span class="reading">([^<]+) <b>(.+?)<\/b>/g)].map(([, at, value]) => [
    at,
    value?.replaceAll('<u>,</u>', ' ·'),
  ])
  expect(readings.at(-1)).toEqual([
    'novembre 2026',
    expect.stringMatching(/^30 j [1-9]\d\s% · 90 j \d+\s% · 180 j \d+\s%$/),
  ])
  // The number beside it is of today, and the table has both
  expect(ages).toContain('aujourd’hui')
})

test('the values of a curve are under the pointer and the arrow keys: one stop for the tabulator, a place for each month', async () => {
  const [, answers = ''] = (await page('/dashboard')).split('aria-labelledby="answers"')
  const [figure = ''] = answers.split('</section>')
  const days = [...figure.matchAll(/<input type="radio" name="([^"]+)"><span class="reading">([^<]+)/g)]
  expect(new Set(days.map(([, name]) => name))).toEqual(new Set(['at-answers']))
  expect(days).toHaveLength(22)
  expect(figure).toMatch(/en 9 jours <b>déc\. \d+\s%<u>,<\/u> nov\. \d+\s%<\/b>/)
  expect(figure).toMatch(/en 15 jours <b>nov\. \d+\s%<\/b>/)
})

test('a list shows the members of each group over a year of rounds as a curve with words', async () => {
  const html = await page('/dashboard/groups')
  expect(html.match(/<svg class="spark"/g)?.length).toBeGreaterThan(40)
  expect(Buffer.byteLength(html), 'bytes of a full list').toBeLessThan(100_000)
  expect(html).toMatch(/aria-label="de \d+ à \d+ en \d mises à jour"/)
  expect(await page('/dashboard/groups?column=town')).not.toContain('class="spark"')
})

test('a preset of months keeps the period that was compared with, as long as itself', async () => {
  const html = await page('/dashboard/network?from=2026-10&until=2026-12&against_from=2026-06&against_until=2026-08')
  expect(html).toContain('from=2026-07&until=2026-12&against_from=2026-03&against_until=2026-08')
  const [, presets = ''] = (await page('/dashboard/network')).split('<nav class="row"')
  expect(presets.split('</nav>')[0]).not.toContain('against_from=2')
})

test('several states stay chosen when the filters are sent again', async () => {
  const html = await page('/dashboard/groups?state=active&state=starting&round=2026-11&answered=yes')
  const form = html.slice(html.indexOf('<form class="filters"'))
  for (const state of ['active', 'starting']) expect(form).toMatch(new RegExp(`name="state" value="${state}" checked`))
  expect(form).not.toMatch(/name="state" value="asleep" checked/)
  expect(form).toContain('name="round" value="2026-11"')
})

test('a month begins at midnight of the movement, on every page', async () => {
  // Half past midnight in Paris, an hour before the month turns at Greenwich
  await world.setClock('2027-01-01T00:30:00+01:00')
  session = await signIn(world)
  const year = 'from=2026-02-01&until=2027-01-31'
  for (const path of ['', '/network']) expect(await page(`/dashboard${path}`), path).toContain(year)
})
