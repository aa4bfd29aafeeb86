import type { ExecutionContext } from 'hono'
import { describe, expect, test } from 'vitest'
import { route } from '#hosts/workerd/router.ts'

const worker = (name: string, headers: Record<string, string> = {}) => ({
  fetch: async () => new Response(name, { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } }),
})

const context = {} as ExecutionContext

/** A request as workerd hands it on: what was asked for as it came, the host apart. */
function sent(target: string, headers: Record<string, string>): Request {
  const request = new Request('http://localhost', { headers: { host: 'localhost', ...headers } })
  return Object.defineProperty(request, 'url', { value: target, configurable: true })
}

async function ask(path: string, accepted: string | null, forms = worker('forms')): Promise<Response> {
  const headers: Record<string, string> = accepted === null ? {} : { 'accept-encoding': accepted }
  const apart = { DASHBOARD: worker('dashboard'), DESK: worker('desk'), FEEDS: worker('feeds') }
  return route(forms).fetch(sent(path, headers), apart, context)
}

test.each([
  ['/', 'forms'],
  ['/dashboard', 'dashboard'],
  ['/dashboard/groups', 'dashboard'],
  ['/dashboards', 'forms'],
  ['/feeds/groups.geojson', 'feeds'],
  ['/find', 'feeds'],
  ['/find/group-pau/contact', 'feeds'],
  ['/findings', 'forms'],
  ['/desk', 'desk'],
  ['/desk/sign-in/x', 'desk'],
  ['/desks', 'forms'],
  ['/hooks/lists/annonces', 'feeds'],
  ['/hooks/brevo', 'forms'],
  ['/api/v1/groups', 'feeds'],
])('%s is a page of the worker %s', async (path, name) => {
  expect(await (await ask(path, null)).text()).toBe(name)
})

describe('a page is compressed as the browser takes it:', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'gzip'],
    ['gzip, deflate', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip;q=1.0', 'gzip'],
    ['br, gzip;q=0.000', null],
    ['br ; q=1 ,gzip ; q=1', 'gzip'],
    ['identity', null],
    ['', null],
    [null, null],
  ])('%s gives %s', async (accepted, encoding) => {
    const { headers } = await ask('/', accepted)
    expect(headers.get('content-encoding')).toBe(encoding)
    expect(headers.get('vary')).toBe(encoding && 'accept-encoding')
  })

  test('what is compressed already, or would gain nothing, stays as it is', async () => {
    const packed = worker('forms', { 'content-encoding': 'br' })
    expect((await ask('/', 'gzip', packed)).headers.get('content-encoding')).toBe('br')
    const picture = worker('forms', { 'content-type': 'image/png' })
    expect((await ask('/', 'gzip', picture)).headers.get('content-encoding')).toBe(null)
  })
})

test('nobody chooses the place that they are counted under', async () => {
  const forms = { fetch: async ({ headers }: Request) => new Response(JSON.stringify(Object.fromEntries(headers))) }
  const headers = { 'cf-connecting-ip': '192.0.2.7', 'x-forwarded-for': '192.0.2.8' }
  for (const path of ['/', '/dashboard', '/desk', '/feeds/groups.json']) {
    const apart = { DASHBOARD: forms, DESK: forms, FEEDS: forms }
    const response = await route(forms).fetch(sent(path, headers), apart, context)
    expect(await response.json()).toEqual({ host: 'localhost', 'x-forwarded-for': '192.0.2.8' })
  }
})

test.each([
  ['/', 'relance.example.org', 'http://relance.example.org/'],
  ['/u/x?done=all', 'localhost:8787', 'http://localhost:8787/u/x?done=all'],
  ['//elsewhere.example.org/', '[::1]:80', 'http://[::1]//elsewhere.example.org/'],
])('%s at %s is a whole address for the workers', async (target, host, address) => {
  const forms = { fetch: async ({ url }: Request) => new Response(new URL(url).href) }
  const apart = { DASHBOARD: forms, DESK: forms, FEEDS: forms }
  const answer = await route(forms).fetch(sent(target, { host }), apart, context)
  expect(await answer.text()).toBe(address)
})

test.each([
  ['*', 'localhost'],
  ['http://elsewhere.example.org/', 'localhost'],
  ['elsewhere.example.org', 'localhost'],
  ['.elsewhere.example.org/', 'localhost'],
  ['', 'localhost'],
  ['/', '[::1'],
  ['/dashboard', 'a:b:c'],
  ['/', 'localhost:99999'],
  ['/', 'localhost, localhost'],
  ['/', 'somebody@localhost'],
  ['/', 'localhost/x?'],
  ['/', ''],
])('%j at the host %j is no address: it is said, and no worker sees it', async (target, host) => {
  const apart = { DASHBOARD: worker('dashboard'), DESK: worker('desk'), FEEDS: worker('feeds') }
  const answer = await route(worker('forms')).fetch(sent(target, { host }), apart, context)
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('pas pu lire')])
})
