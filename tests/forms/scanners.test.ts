import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sectionNames } from '#shared/fields/record.ts'
import { open, type Sheet, submit, textOf } from '#tests/support/browser.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// What mail programs and their protections do with a link before, or instead of, the person.
let world: World

beforeAll(async () => {
  world = await startWorld({ round: '2026-12', readingMs: 2000, towns: { Pau: ['Lou', 'Sam'] } })
})
afterAll(() => world.stop())

const said = async () => {
  const tables = ['answer', 'section_check', 'suppression', 'revision']
  const counts = await Promise.all(
    tables.map((table) => world.db.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')),
  )
  return Object.fromEntries(tables.map((table, index) => [table, counts[index]]))
}
const nothingSaid = { answer: 0, section_check: 0, suppression: 0, revision: 1 }

const linksIn = ({ html, url }: Sheet) =>
  [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, path = '']) => new URL(path, url).href)

describe('a scanner', () => {
  test('that opens a link, follows every link of the page, and asks for headers first, says nothing for a person', async () => {
    const seen = new Set<string>()
    const queue = [await world.linkOf('Lou'), (await world.linkOf('Lou')).replace('/u/', '/unsubscribe/')]
    for (const url of queue) {
      if (seen.has(url) || seen.size > 40) continue
      seen.add(url)
      await open(url, { method: 'HEAD' })
      queue.push(...linksIn(await open(url)))
    }
    expect(seen.size).toBeGreaterThan(8)
    expect(await said()).toEqual(nothingSaid)
  })

  test('that posts every form it finds, at once, is asked to press again', async () => {
    const page = await open(await world.linkOf('Lou'))
    const confirmed = await submit(page, { section: null }, `${page.url}/group-pau`)
    const edit = await open(`${page.url}/group-pau/identity`)
    const saved = await submit(edit)
    const left = await submit(await open(page.url.replace('/u/', '/unsubscribe/')), { do: 'stop' })
    expect([confirmed.status, saved.status, left.status]).toEqual([400, 400, 400])
    expect(textOf(confirmed)).toContain('Appuyez encore une fois')
    expect(await said()).toEqual(nothingSaid)
  })

  test('that lets a script press the button of a real browser, however late, is asked to press again', async () => {
    const page = await open(await world.linkOf('Lou'))
    await world.setClock('2026-12-01T10:05:00+01:00')
    const body = new URLSearchParams({ page: page.fields.find(([name]) => name === 'page')?.[1] ?? '' })
    const headers = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    const pressed = await open(`${page.url}/group-pau`, { method: 'POST', body, headers })
    expect(pressed.status).toBe(400)
    const edit = await open(`${page.url}/group-pau/identity`)
    const typed = new URLSearchParams(edit.fields)
    typed.set('group-pau.active_members', '99')
    const saved = await open(edit.url, { method: 'POST', body: typed, headers })
    expect(saved.status).toBe(400)
    expect(saved.fields).toContainEqual(['group-pau.active_members', '99'])
    expect(await said()).toEqual(nothingSaid)
  })
})

describe('a person', () => {
  test('who reads, then presses, has answered', async () => {
    const page = await open(await world.linkOf('Lou'))
    await world.setClock('2026-12-01T10:06:00+01:00')
    const body = new URLSearchParams({ page: page.fields.find(([name]) => name === 'page')?.[1] ?? '' })
    const headers = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate', 'sec-fetch-user': '?1' }
    const pressed = await open(`${page.url}/group-pau`, { method: 'POST', body, headers })
    expect(textOf(pressed)).toContain('Merci, c’est noté')
    expect(await said()).toMatchObject({ answer: 1, section_check: sectionNames.length })
  })
})
