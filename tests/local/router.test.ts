import type { ExecutionContext } from 'hono'
import { describe, expect, test } from 'vitest'
import { route } from '#scripts/local/workerd/router.ts'

const worker = (name: string, headers: Record<string, string> = {}) => ({
  fetch: async () => new Response(name, { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } }),
})

const context = {} as ExecutionContext

async function ask(path: string, accepted: string | null, forms = worker('forms')): Promise<Response> {
  const headers: Record<string, string> = accepted === null ? {} : { 'accept-encoding': accepted }
  return route(forms).fetch(
    new Request(`http://localhost${path}`, { headers }),
    { DASHBOARD: worker('dashboard') },
    context,
  )
}

test.each([
  ['/', 'forms'],
  ['/dashboard', 'dashboard'],
  ['/dashboard/groups', 'dashboard'],
  ['/dashboards', 'forms'],
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
  const response = await route(forms).fetch(
    new Request('http://localhost/', { headers }),
    { DASHBOARD: forms },
    context,
  )
  expect(await response.json()).toEqual({ 'x-forwarded-for': '192.0.2.8' })
})
