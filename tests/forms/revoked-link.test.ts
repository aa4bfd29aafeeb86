import { afterAll, beforeAll, expect, test } from 'vitest'
import { byHand, open, submit, textOf } from '#tests/support/browser.ts'
import { groupUid } from '#tests/support/movement.ts'
import { readStates, suppress } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'
import { routes } from '../fuzz/routes.ts'

const pau = groupUid('Pau')
let world: World
beforeAll(async () => {
  world = await startWorld({ towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'] } })
})
afterAll(() => world.stop())

const everything = async () => {
  const { results } = await world.db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
    )
    .all<{ name: string }>()
  const rows = await world.db.batch(results.map(({ name }) => world.db.prepare(`SELECT * FROM ${name}`)))
  return JSON.stringify(rows.map((row) => row.results))
}

test('a link that was stopped with "this is not me" opens nothing, changes nothing and asks for nothing any more', async () => {
  const link = await world.linkOf('Lou')
  const token = link.split('/').at(-1) ?? ''
  // Pages that were open before
  const pages = await Promise.all(
    [`/${pau}`, `/${pau}/identity`, `/${pau}/part`, `/${pau}/history`, '/word', '/me', '/not-me'].map((path) =>
      open(link + path),
    ),
  )
  const unsubscribe = await open(`${world.url}/unsubscribe/${token}`)
  expect(textOf(await submit(await open(`${link}/not-me`)))).toContain('Un nouveau lien vient de partir pour Lou')
  const before = await everything()

  for (const page of [...pages, unsubscribe]) {
    const opened = await open(page.url)
    expect([page.url, opened.status]).toEqual([page.url, 410])
    expect(textOf(opened)).toContain('Ce lien a été arrêté')
    for (const more of [
      {},
      { do: 'stop' },
      { do: 'back' },
      { do: 'leave' },
      { sure: 'oui' },
      { body: 'Bonjour' },
      { to: 'en' },
    ])
      expect([page.url, more, (await submit(page, more)).status]).toEqual([page.url, more, 410])
  }
  for (const path of ['/me/download', '/word', '/me/erase', '/language', `/${pau}/history`])
    expect([
      path,
      (
        await open(link + path, {
          method: path === '/me/download' ? 'GET' : 'POST',
          body: path === '/me/download' ? null : new URLSearchParams(pages[0]?.fields),
          headers: byHand,
        })
      ).status,
    ]).toEqual([path, 410])
  expect(await everything()).toBe(before)
})

test('a link that was stopped neither unsubscribes nor brings anybody back, by whatever mail program', async () => {
  const link = await world.linkOf('Noa', { revokedAt: world.now() })
  const to = `${world.url}/unsubscribe/${link.split('/').at(-1)}`
  const press = (body: string) =>
    fetch(to, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  const before = await everything()
  for (const body of ['List-Unsubscribe=One-Click', '', 'do=stop', 'x=y']) expect((await press(body)).status).toBe(410)
  expect(await everything()).toBe(before)
  await suppress(world.db, 'noa@example.org', 'unsubscribed', world.now())
  expect((await press('do=back')).status).toBe(410)
  expect(await world.db.prepare('SELECT reason FROM suppression').first('reason')).toBe('unsubscribed')
  await world.db.prepare('DELETE FROM suppression').run()
})

test('a link that was stopped opens nothing at the address of any other kind of link', async () => {
  const token = (await world.linkOf('Noa', { revokedAt: world.now() })).split('/').at(-1) ?? ''
  const ways = routes.filter(({ path }) => path.includes('/:token'))
  expect(new Set(ways.map(({ path }) => path.split('/')[1])).size).toBeGreaterThan(8)
  const before = await everything()
  for (const { method, path } of ways) {
    const to = world.url + path.replace(':token', token).replace(/:\w+(\{[^}]*\})?/g, groupUid('Dax'))
    const body =
      method === 'POST' ? new URLSearchParams({ do: 'yes', sure: 'oui', name: 'Noa', email: 'x@example.org' }) : null
    const { status } = await fetch(to, { method, body, headers: byHand, redirect: 'manual' })
    expect([method, path, status >= 400 && status < 500]).toEqual([method, path, true])
  }
  expect(await everything()).toBe(before)
})

test('whoever holds a link that was stopped asks for no other by it: its owner asks with their address', async () => {
  const link = await world.linkOf('Sam', { revokedAt: world.now() })
  const stopped = await open(link)
  expect(stopped.html).not.toContain('name="link"')
  expect(stopped.html).toContain('href="/new-link"')
  const asked = await submit(await open(`${world.url}/new-link`), { link: link.split('/').at(-1) ?? '' })
  expect(asked.status).toBe(200)
  expect(await readStates(world.db)).not.toContain('Sam: new_link pending')
  await submit(await open(`${world.url}/new-link`), { email: 'sam@example.org' })
  expect(await readStates(world.db)).toContain('Sam: new_link pending')
})

test('a link that unsubscribes and comes back without end is asked to wait', async () => {
  const to = `${world.url}/unsubscribe/${(await world.linkOf('Noa')).split('/').at(-1)}`
  const press = () =>
    fetch(to, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  let status = 200
  let presses = 0
  while (status === 200 && presses < 200) {
    status = (await press()).status
    presses++
  }
  expect([status, presses]).toEqual([429, 121])
})
