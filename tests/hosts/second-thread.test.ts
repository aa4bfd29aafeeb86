import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isLookingOn, SecondThread } from '#hosts/node/second-thread.ts'
import { signIn } from '#tests/support/dashboard.ts'
import { makeGroups } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

describe('whoever looks on', () => {
  let world: World
  let cookie: string
  beforeAll(async () => {
    world = await startWorld({ clock: '2026-12-01T23:00:00+01:00', secondThread: true })
    await makeGroups(world.db, { Pau: ['Lou'], Metz: ['Sam'] }, world.now())
    cookie = await signIn(world)
  })
  afterAll(() => world.stop())

  const get = (path: string, init: RequestInit = {}) =>
    fetch(world.url + path, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } })

  test('sees what was written a moment before, under the clock of now', async () => {
    const before = await (await get('/dashboard/groups.csv')).text()
    expect(before).toContain('Pau')
    await makeGroups(world.db, { Lille: ['Ada'] }, world.now())
    await world.setClock('2026-12-02T01:00:00+01:00')
    const after = await get('/dashboard/groups.csv')
    expect(after.headers.get('content-disposition')).toContain('2026-12-02')
    expect((await after.text()).split('\n')).toHaveLength(before.split('\n').length + 1)
  })

  test('gets pages with their headers, compressed as they are by the first, and none of somebody who has not signed in', async () => {
    const page = await get('/dashboard', { headers: { 'accept-encoding': 'gzip' } })
    expect([page.status, page.headers.get('content-encoding'), page.headers.get('cache-control')]).toEqual([
      200,
      'gzip',
      expect.stringContaining('no-store'),
    ])
    expect(await page.text()).toContain('</html>')
    expect((await get('/dashboard', { method: 'HEAD' })).status).toBe(200)
    expect((await fetch(`${world.url}/dashboard/groups.csv`, { redirect: 'manual' })).status).not.toBe(200)
  })

  test('may go away in the middle of a file, and the next one is served', async () => {
    const leaving = new AbortController()
    const half = await get('/dashboard/groups.csv', { signal: leaving.signal })
    leaving.abort()
    await expect(half.text()).rejects.toThrow()
    expect((await get('/dashboard/groups.csv')).status).toBe(200)
  })
})

test.each([
  ['GET', '/dashboard/groups.csv', true],
  ['GET', '/feeds/groups.geojson', true],
  ['GET', '/desk/people/x', true],
  ['GET', '/u/token', false],
  ['POST', '/u/token', false],
  ['POST', '/desk/groups/x/identity', false],
  ['POST', '/desk/sheets', false],
])('%s %s: that this looks on is %s; what says no length is read where it came in', (method, path, expected) => {
  expect(isLookingOn(new Request(`http://localhost${path}`, { method }))).toBe(expected)
})

describe('a second thread', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const begin = async (name: string, program: string) => {
    const file = join(folder, name)
    await writeFile(file, program)
    const start = { fixed: {} as never, file: '', publicUrl: '', secret: '', clock: null, vars: {}, troubles: [] }
    const means = { write: async () => [], lookAgain: () => undefined, onStorageFault: () => undefined }
    return { file, thread: new SecondThread(file, start, means) }
  }
  const look = (thread: SecondThread, path: string) => thread.respond(new Request(`http://localhost${path}`), undefined)

  test('that dies fails whoever waits for it, and another one takes the next request', async () => {
    const { thread } = await begin(
      'dying.mjs',
      `import { parentPort } from 'node:worker_threads'
       parentPort.on('message', ({ kind, asked, id }) => {
         if (kind === 'more') process.exit(1)
         else if (asked.url.endsWith('/dies')) process.exit(1)
         else parentPort.postMessage({ kind: 'answered', id: asked.id, status: 200, headers: [], hasBody: asked.url.endsWith('/half') })
       })`,
    )
    await expect(look(thread, '/dies')).rejects.toThrow()
    await expect((await look(thread, '/half')).text()).rejects.toThrow()
    expect((await look(thread, '/')).status).toBe(200)
    await thread.stop()
  })

  test('is not begun by a program that was changed under a running server', async () => {
    const { file, thread } = await begin('changing.mjs', '')
    expect(thread.isCurrent).toBe(true)
    await sleep(20)
    await writeFile(file, '// newer')
    expect(thread.isCurrent).toBe(false)
  })
})
