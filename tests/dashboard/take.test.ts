import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { playPast } from '#sample/past/past.ts'
import { importSample } from '#scripts/demo/fill.ts'
import { readWorkbook } from '#shared/sheet/workbook.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({ clock: '2026-12-10T18:00:00+01:00' })
  await importSample(world.db, movement, world.now())
  await playPast(world.db, { movement, now: world.now(), rounds: 7 })
  session = await signIn(world)
})
afterAll(() => world.stop())

const get = (path: string) => fetch(`${world.url}${path}`, { headers: { cookie: session } })

/** The lines of a picture, as one reads them. */
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, line]) => line).join(' ')

/** Addresses of a page that end so, before what narrows them. */
async function offered(path: string, ending: string): Promise<string[]> {
  const { html } = await look(world, session, path)
  return [...html.replaceAll('&amp;', '&').matchAll(/href="([^"]+)"/g)]
    .map(([, href = '']) => href)
    .filter((href) => href.split('?')[0]?.endsWith(ending))
}

describe.each([
  ['/dashboard', 3, 3],
  ['/dashboard/network', 9, 7],
  ['/dashboard/network?region=Bretagne&from=2026-08&until=2026-11', 8, 7],
  ['/dashboard/map', 2, 1],
  ['/dashboard/map?by=answers&region=Bretagne', 2, 1],
])('on %s', (path, tables, pictures) => {
  test('every figure is taken along as a table for spreadsheets', async () => {
    const files = await offered(path, '.csv')
    expect(files).toHaveLength(tables)
    for (const file of files) {
      const response = await get(file)
      expect([response.status, response.headers.get('content-type')], file).toEqual([
        200,
        'text/csv; charset=utf-8; header=present',
      ])
      const lines = (await response.text()).trim().split('\r\n')
      expect(lines.length, file).toBeGreaterThan(1)
      const cells = lines.map((line) => line.split(';').length)
      expect(new Set(cells).size, file).toBe(1)
      expect(lines.join(), file).not.toMatch(/\[object|undefined|<a /)
    }
  })

  test('and as a picture that stands alone, with its title, its source and nothing but shapes', async () => {
    const files = await offered(path, '.svg')
    expect(files).toHaveLength(pictures)
    for (const file of files) {
      const response = await get(file)
      expect([response.status, response.headers.get('content-type')], file).toEqual([
        200,
        'image/svg+xml; charset=utf-8',
      ])
      const svg = await response.text()
      expect(svg, file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
      expect(svg, file).toContain('Archipel, 10 décembre 2026')
      expect(svg, file).not.toMatch(/\$\w/)
      expect(svg, file).not.toMatch(/<script|<a |href|NaN|undefined|<wbr/)
    }
  })
})

test('a link to a figure keeps its period and its place, also when they went without saying', async () => {
  const { html } = await look(world, session, '/dashboard/network?region=Bretagne')
  expect(html.replaceAll('&amp;', '&')).toContain(
    'href="/dashboard/network?region=Bretagne&from=2026-01&until=2026-12&against_from=2025-01&against_until=2025-12#rate"',
  )
})

test('a file says in its name what it shows, of which place and which months', async () => {
  const nameOf = async (path: string) => (await get(path)).headers.get('content-disposition')?.split('"')[1]
  const narrowed = `region=${encodeURIComponent("Provence-Alpes-Côte d'Azur")}&from=2026-08&until=2026-11`
  expect(await nameOf(`/dashboard/network/members.csv?${narrowed}`)).toBe(
    'personnes-actives-provence-alpes-cote-d-azur-2026-08-2026-11-2026-12-10.csv',
  )
  expect(await nameOf('/dashboard/groups.xlsx?department=35&campaign=F%C3%AAte')).toBe(
    'groupes-ille-et-vilaine-35-fete-2026-12-10.xlsx',
  )
  expect(await nameOf('/dashboard/groups.csv?region=%22%0d%0aX%3a%E6%97%A5')).toBe('groupes-x-2026-12-10.csv')
})

test('a picture says in words what it shows, in lines that it breaks itself', async () => {
  const svg = await (await get('/dashboard/map/map.svg')).text()
  expect(textsOf(svg)).toContain('% des fiches ont été vérifiées depuis moins de trois mois.')
  expect(textsOf(svg)).toContain('listes non comprises. À jour\u00a0: 90 jours ou moins.')
  expect(textsOf(svg)).toContain('jamais vérifiée en entier')
})

test('the groups of the map are taken along with where they are', async () => {
  const [head, ...rows] = (await (await get('/dashboard/map/groups.csv?region=Bretagne')).text()).trim().split('\r\n')
  expect(head).toMatch(/^.?Groupe;Département;Âge des fiches;Latitude;Longitude$/)
  expect(rows.length).toBeGreaterThan(1)
  // Where decimals have a comma, a spreadsheet takes 48.1 for a text, or a day in January
  expect(rows.join()).toMatch(/;4[78],\d+;-\d,\d+/)
  const english = await (await get('/dashboard/map/groups.csv?region=Bretagne&lang=en')).text()
  expect(english).toMatch(/,4[78]\.\d+,-\d\.\d+/)
})

test('as a workbook, a month is a day that programs count by, and a share a number', async () => {
  const file = await get('/dashboard/network/rate.xlsx')
  expect(file.headers.get('content-disposition')).toContain('.xlsx"')
  const [tab] = await readWorkbook(new Uint8Array(await file.arrayBuffer()))
  const [head, ...rows] = (tab?.rows ?? []).map(({ cells }) => cells)
  expect(head?.[0]).toBe('Mois')
  expect(rows.length).toBeGreaterThan(1)
  for (const [month, share] of rows) {
    expect(month).toMatch(/^\d{4}-\d\d-01$/)
    expect(share).toMatch(/^(\d+(\.\d+)?|–|.*aucun.*)$/)
  }
})

test('a month of a sheet is the same month whatever opens it', async () => {
  expect(await (await get('/dashboard/network/rate.csv')).text()).toMatch(/\nnovembre 2026;/)
})

test('shares are numbers in the table, and words on the page', async () => {
  const sheet = await (await get('/dashboard/network/rate.csv')).text()
  expect(sheet).toMatch(/novembre 2026"*;0,\d+;\d+/)
})

test.each(['nothing.csv', 'rate.exe', 'rate', 'compared.svg', '..%2f.csv'])('there is no figure %s', async (file) => {
  expect((await get(`/dashboard/network/${file}`)).status).toBe(404)
})

test('the answers of a group are taken along from its page, as a table, a workbook and a picture', async () => {
  const row = await world.db
    .prepare(`SELECT g.uid, g.name FROM local_group g JOIN answer ON answer.group_id = g.id LIMIT 1`)
    .first<{ uid: string; name: string }>()
  const page = `/dashboard/groups/${row?.uid}`
  const [csv = ''] = await offered(page, '.csv')
  expect(csv).toBe(`${page}/answers.csv`)
  expect(await (await get(csv)).text()).toMatch(/Mois;Réponse\r\ndécembre 2026;/)
  const [svg = ''] = await offered(page, '.svg')
  const texts = textsOf(await (await get(svg)).text())
  expect(texts).toContain(`${row?.name} – Ses réponses`)
  expect(texts).toMatch(/\d sur \d mises à jour Les mises|\d sur \d mises à jour /)
  expect((await get(`${page}/answers.xlsx`)).status).toBe(200)
  expect((await get(`${page}/nothing.csv`)).status).toBe(404)
  expect((await get('/dashboard/groups/nobody/answers.csv')).status).toBe(404)
})
