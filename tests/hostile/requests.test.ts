import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { byHand, open } from '#tests/support/browser.ts'
import { browserCookie, enter, signIn, signInLink } from '#tests/support/dashboard.ts'
import { groupUid } from '#tests/support/movement.ts'
import { rawRequest, sendRaw } from '#tests/support/raw-http.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Lou'] }, vars: { HOOK_SECRET: 'hook' } })
})
afterAll(() => world.stop())

const send = (line: string, headers?: Record<string, string>, body?: string) =>
  sendRaw(world.port, rawRequest(line, headers, body))

describe('what is no address', () => {
  test.each([
    ...['*', 'http://elsewhere.example.org/', 'new-link', '.example.org/', '?lang=en'],
    ...['/\\elsewhere.example.org/', '/new-link\\', '/dashboard\\groups', '/u/\\?lang=en'],
  ])('is refused, not a fault of ours: %s', async (target) => {
    expect((await send(`GET ${target}`)).status).toBe(400)
    expect((await send(`OPTIONS ${target}`)).status).toBe(400)
  })

  test.each(['[::1', 'a:b:c', 'a b', 'a/b', 'lou@example.org', 'a%zz', '', 'localhost:99999'])(
    'is refused, not a fault of ours: the host %j',
    async (Host) => {
      for (const path of ['/', '/new-link', '/dashboard', '/dashboard/groups'])
        expect([path, (await send(`GET ${path}`, { Host })).status]).toEqual([path, 400])
    },
  )

  test('is refused, not a fault of ours: two hosts, or none', async () => {
    expect((await sendRaw(world.port, 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n')).status).toBe(400)
    expect((await sendRaw(world.port, 'GET / HTTP/1.1\r\n\r\n')).status).toBe(400)
  })
})

describe('an address or a header that is far too long', () => {
  const long = {
    slashes: ['GET /dashboard/', '/'.repeat(70_000)],
    'slashes before a letter': ['GET /dashboard/', `${'/'.repeat(70_000)}x/`],
    messages: ['GET /', 'a'.repeat(100_000)],
    'a query': ['GET /dashboard/groups?text=', 'a+'.repeat(40_000)],
  }
  test.each(Object.entries(long))('is refused before anything reads it: %s', async (_, [line = '', rest = '']) => {
    const answer = await send(line + rest)
    expect([answer.status, answer.head.split('\r\n')[0]]).toEqual([414, 'HTTP/1.1 414 URI Too Long'])
    expect(answer.body).toContain('trop longue')
  })

  const spaces = ' '.repeat(40_000)
  const headers = {
    'accept-encoding': `a${spaces}b`,
    'accept-language': `${','.repeat(40_000)}en`,
    cookie: `lang=${';'.repeat(40_000)}`,
    'x-forwarded-for': `${','.repeat(40_000)}1`,
  }
  test.each(Object.entries(headers))('is refused before anything reads it: %s', async (name, value) => {
    for (const path of ['/', '/dashboard', '/desk/sign-in/x']) {
      const answer = await send(`GET ${path}`, { [name]: value })
      expect([path, answer.status]).toEqual([path, 431])
    }
  })

  test('never sends anybody to an address as long', async () => {
    const answer = await send(`GET /dashboard${'/'.repeat(5000)}`)
    expect(answer.head).toMatch(/^location: \/dashboard$/im)
  })
})

describe('where somebody asks to be led back to', () => {
  const change = async (back: string) => {
    const link = await world.linkOf('Lou')
    const page = await open(link)
    const body = new URLSearchParams([...page.fields.filter(([name]) => name === 'switch'), ['to', 'en']])
    body.set('back', back.replace('LINK', new URL(link).pathname))
    const { status, headers } = await fetch(`${link}/language`, {
      method: 'POST',
      body,
      headers: byHand,
      redirect: 'manual',
    })
    return { status, to: headers.get('location')?.replace(new URL(link).pathname, 'LINK') }
  }

  test.each(['\r', '\n', '\0', '\r\nset-cookie: a=b', '\u0085', '\u007f'])(
    'is refused when it would write a header of its own: %j',
    async (mark) => {
      expect((await change(`LINK/me${mark}`)).status).toBe(400)
    },
  )

  test.each([
    ['LINK/me', 'LINK/me?done=language'],
    [`LINK/${groupUid('Pau')}/activities?from=20`, `LINK/${groupUid('Pau')}/activities?from=20&done=language`],
    ['LINK/été 🌻', 'LINK/%C3%A9t%C3%A9%20%F0%9F%8C%BB?done=language'],
    ['//elsewhere.example.org/LINK', 'LINK?done=language'],
    ['https://elsewhere.example.org', 'LINK?done=language'],
    ['LINK/..//elsewhere.example.org', 'LINK?done=language'],
    ['LINK/../../new-link', 'LINK?done=language'],
    ['\\\\elsewhere.example.org', 'LINK?done=language'],
    ['javascript:alert(1)', 'LINK?done=language'],
    ['', 'LINK?done=language'],
  ])('is a page of the link, or the link itself: %s', async (back, to) => {
    expect(await change(back)).toEqual({ status: 303, to })
  })

  test('is not an address that no page has: far too long', async () => {
    expect(await change(`LINK/${'x'.repeat(100_000)}`)).toEqual({ status: 303, to: 'LINK?done=language' })
  })

  const follow = async (kept: string) => {
    const cookie = `${browserCookie}; relance_return=${kept}`
    return enter(await signInLink(world), cookie)
  }

  test.each(['%0D', '%0A', '%00', '%0D%0Aset-cookie:%20a=b', '%C2%85'])(
    'after signing in is refused when it would write a header of its own, once: %s',
    async (mark) => {
      const link = await signInLink(world)
      const cookie = `${browserCookie}; relance_return=%2Fdashboard%2F${mark}`
      const refused = await enter(link, cookie)
      expect(refused.status).toBe(400)
      expect(refused.headers.getSetCookie().join()).toContain('relance_return=; Max-Age=0')
      expect((await enter(link)).status).toBe(303)
    },
  )

  test.each([
    ['%2Fdashboard%2Fgroups%3Fstate%3Dasleep', '/dashboard/groups?state=asleep'],
    ['%2Fdashboard%3Flang%3Den', '/dashboard?lang=en'],
    ['%2Fdashboard%2F..%2F%2Felsewhere.example.org', '/dashboard'],
    ['%2Fdashboards', '/dashboard'],
    ['%2F%2Felsewhere.example.org%2Fdashboard', '/dashboard'],
    ['%zz', '/dashboard'],
    ['%ED%A0%80', '/dashboard'],
  ])('after signing in is a page of the dashboard: %s', async (kept, to) => {
    expect((await follow(kept)).headers.get('location')).toBe(to)
  })
})

describe('a body that comes otherwise than HTTP has it', () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

  test('is refused, not a fault of ours: a chunk of no size', async () => {
    const chunked = { 'Transfer-Encoding': 'chunked' }
    for (const path of ['/new-link', '/sign-in', '/hooks/brevo', '/hooks/bounces', `/u/${'x'.repeat(43)}/word`]) {
      const headers = { ...form, ...chunked, Authorization: 'Bearer hook' }
      expect([path, (await send(`POST ${path}`, headers, 'zz\r\n')).status]).toEqual([path, 400])
    }
  })

  test.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="',
    `multipart/form-data; boundary=${'x'.repeat(100)}`,
    'multipart/form-data; boundary=\u00e9',
    'application/x-www-form-urlencoded; charset=utf-7',
    'application/x-www-form-urlencoded; charset=',
    'application/json',
    'text/plain',
    ';',
    '',
  ])('is refused, not a fault of ours: as %j', async (type) => {
    for (const path of ['/new-link', '/sign-in']) {
      const { status } = await send(`POST ${path}`, { 'Content-Type': type }, '--x\r\n\r\n\0%zz&=&&email')
      expect([path, status]).toEqual([path, 400])
    }
  })

  test('is given back no longer than a form of ours is: of 70,000 fields', async () => {
    const { pathname } = new URL(await world.linkOf('Lou'))
    const body = 'note=x&'.repeat(70_000)
    const { status, body: page } = await send(`POST ${pathname}/word`, form, body)
    expect([status, page.length < 100_000]).toEqual([413, true])
  })

  test.each(['null', '"x"', '[]', '{"event":1}', '[[[[', '{"event":"spam","email":"\\ud800@example.org"}', '\0'])(
    'is no report of Brevo’s: %s',
    async (body) => {
      const { status } = await send('POST /hooks/brevo', { Authorization: 'Bearer hook' }, body)
      expect(status).toBe(body === '[]' ? 200 : 400)
    },
  )
})

describe('a value that nobody’s browser sends', () => {
  test('in an address or a cookie counts as not given', async () => {
    const session = await signIn(world)
    const values = [
      '%00',
      '%0D%0A',
      '%zz',
      '%',
      '%ED%A0%80',
      '%F4%90%80%80',
      '-1',
      '1e308',
      '9'.repeat(400),
      '0x10',
      'NaN',
    ]
    const days = ['0000-01-01', '9999-12-31', '2026-02-30', '2026-13-01', '-000001-01-01', '+275760-09-13']
    const names = [
      'page',
      'from',
      'until',
      'before',
      'round',
      'silent',
      'text',
      'state',
      'sort',
      'lang',
      'theme',
      'against_from',
      'against_until',
    ]
    const paths = [
      '',
      '/groups',
      '/groups.csv',
      '/groups.xlsx',
      '/groups.json',
      '/changes',
      '/network',
      '/map',
      '/mails',
      `/groups/${groupUid('Pau')}`,
    ]
    for (const path of paths)
      for (const value of [...values, ...days]) {
        const query = names.map((name) => `${name}=${value}`).join('&')
        const answer = await send(`GET /dashboard${path}?${query}`, {
          Cookie: `${session}; lang=${value}; relance_visit=${value}`,
        })
        expect([path, value, answer.status < 400]).toEqual([path, value, true])
      }
  })

  test('in the address of a link is another page’s, or the first', async () => {
    const { pathname } = new URL(await world.linkOf('Lou'))
    for (const value of ['%00', '%zz', '-1', '1e308', '9'.repeat(400), 'NaN', '%ED%A0%80', '%2e%2e', '..', '.'])
      for (const path of [
        `/${value}`,
        `/${groupUid('Pau')}/${value}`,
        `/${groupUid('Pau')}/history?before=${value}`,
        `/${groupUid('Pau')}/activities?from=${value}`,
        `/word?group=${value}`,
        `?done=${value}&section=${value}&lang=${value}`,
      ]) {
        const { status } = await send(`GET ${pathname}${path}`, { Cookie: `chosen=${value}; lang=${value}` })
        expect([path, status < 500]).toEqual([path, true])
      }
  })
})

test('no redirection, refusal or page of anybody’s is kept by a browser or a proxy, nor taken for another type', async () => {
  const session = await signIn(world)
  const { pathname } = new URL(await world.linkOf('Lou'))
  const { pathname: entry } = new URL(await signInLink(world))
  const asks: [line: string, status: number, headers?: Record<string, string>][] = [
    ['GET /dashboard/', 301, { Cookie: session }],
    ['GET /dashboard/groups?page=99', 303, { Cookie: session }],
    ['GET /dashboard/mails?page=99', 303, { Cookie: session }],
    [`GET ${entry}`, 200, { Cookie: browserCookie }],
    [`GET ${pathname}%3E`, 303],
    [`POST ${pathname}/language`, 303, { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['GET /nowhere', 404],
    ['GET /dashboard', 401],
    ['POST /hooks/brevo', 401],
    ['GET /dashboard/groups.schema.json', 200, { Cookie: session }],
    [`GET ${pathname}`, 200],
    ['POST /desk/sign-out', 303, { Cookie: session }],
    ['GET /health', 200],
    ['GET /api/v1/openapi.json', 200],
    ['GET http://[::1/', 400],
  ]
  for (const [line, status, headers] of asks) {
    const answer = await send(line, headers, line.startsWith('POST') ? 'x=y' : undefined)
    expect([line, answer.status, /^cache-control: no-store/im.test(answer.head)]).toEqual([line, status, true])
    expect([line, /^x-content-type-options: nosniff/im.test(answer.head)]).toEqual([line, true])
  }
})
