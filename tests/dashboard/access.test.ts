import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '#tests/support/browser.ts'
import { coordinator, look, signIn } from '#tests/support/dashboard.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// Stands for https://<team>.cloudflareaccess.com: real keys, real signatures
let team: Server
let issuer: string
let asked = 0
const keys = new Map<string, CryptoKeyPair>()
let world: World
beforeAll(async () => {
  await addKey('first')
  team = createServer(async (request, response) => {
    asked += 1
    if (request.url !== '/cdn-cgi/access/certs') return void response.writeHead(404).end()
    const published = await Promise.all(
      [...keys]
        .filter(([kid]) => kid !== 'stranger')
        .map(async ([kid, { publicKey }]) => ({
          ...(await crypto.subtle.exportKey('jwk', publicKey)),
          kid,
          use: 'sig',
        })),
    )
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ keys: published, public_certs: [] }))
  })
  await new Promise<void>((resolve) => team.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(team.address() as AddressInfo).port}`
  world = await startWorld({
    towns: { Pau: ['Lou'] },
    clock: '2026-12-03T10:00:00+01:00',
    vars: { ACCESS_TEAM: issuer, ACCESS_AUDIENCE: 'the-dashboard' },
  })
  await addKey('stranger')
})
afterAll(async () => {
  await world.stop()
  await new Promise((resolve) => team.close(resolve))
})

async function addKey(kid: string): Promise<void> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  }
  keys.set(kid, await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']))
}

const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
type Claims = Record<string, unknown>

async function token({
  claims = {},
  header = {},
  key = 'first',
}: {
  claims?: Claims
  header?: Claims
  key?: string
} = {}) {
  const now = world.now().getTime() / 1000
  const usual = {
    iss: issuer,
    aud: ['the-dashboard'],
    email: coordinator,
    iat: now - 60,
    nbf: now - 60,
    exp: now + 3600,
    sub: 'x',
  }
  const parts = [
    { alg: 'RS256', kid: key, ...header },
    { ...usual, ...claims },
  ].map((part) => base64url(JSON.stringify(part)))
  const pair = keys.get(key)
  if (!pair) throw new Error('no such key')
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', pair.privateKey, Buffer.from(parts.join('.')))
  return [...parts, base64url(new Uint8Array(signature))].join('.')
}

const session = (jwt: string, cookie = '') =>
  look(world, cookie, '/dashboard/groups', { headers: { 'cf-access-jwt-assertion': jwt } })

describe('behind Cloudflare Access', () => {
  test('a coordinator whom it let in sees the dashboard, without a link by mail', async () => {
    const page = await session(await token())
    expect(page.status).toBe(200)
    expect(textOf(page)).toContain('Archipel Pau')
    expect(
      (await session(await token({ claims: { email: coordinator.toUpperCase(), aud: 'the-dashboard' } }))).status,
    ).toBe(200)
  })

  test('a clock that is half a minute off shuts nobody out', async () => {
    const now = world.now().getTime() / 1000
    expect((await session(await token({ claims: { exp: now - 20 } }))).status).toBe(200)
    expect((await session(await token({ claims: { iat: now + 20, nbf: now + 20 } }))).status).toBe(200)
  })

  test('the team’s keys are asked for once, not at each page, even by whoever makes keys up', async () => {
    const before = asked
    for (let index = 0; index < 3; index++) await session(await token())
    for (let index = 0; index < 3; index++) await session(await token({ key: 'stranger' }))
    expect(asked).toBe(before)
  })

  test('whoever comes around it is refused, even with a session of a mail link', async () => {
    const page = await look(world, await signIn(world), '/dashboard/groups')
    expect(page.status).toBe(401)
    expect(textOf(page)).not.toContain('Pau')
  })

  test('somebody who is let in but is no coordinator sees nothing', async () => {
    const page = await session(await token({ claims: { email: 'lou@example.org' } }))
    expect(page.status).toBe(403)
    expect(textOf(page)).not.toContain('Pau')
  })

  test.each<[string, () => Promise<string>]>([
    ['for another application', () => token({ claims: { aud: ['another'] } })],
    ['of another team', () => token({ claims: { iss: 'https://another.cloudflareaccess.com' } })],
    ['that has expired', () => token({ claims: { exp: world.now().getTime() / 1000 - 60 } })],
    ['without an end', () => token({ claims: { exp: undefined } })],
    ['whose end is no number', () => token({ claims: { exp: '9999999999' } })],
    ['that is not valid yet', () => token({ claims: { nbf: world.now().getTime() / 1000 + 120 } })],
    ['without an address, as services have', () => token({ claims: { email: undefined } })],
    ['signed by a key that the team does not publish', () => token({ key: 'stranger' })],
    ['that borrows the name of a key', async () => token({ key: 'stranger', header: { kid: 'first' } })],
    // RFC 7515, 4.1.11: what we do not understand and must
    ['that must be understood in a way that we do not', () => token({ header: { crit: ['exp'], exp: 1 } })],
    ['that must be understood, and does not say in which way', () => token({ header: { crit: [] } })],
    ['that names no key', () => token({ header: { kid: undefined } })],
    ['of another kind, signed with the same key', () => token({ header: { typ: 'secevent+jwt' } })],
    ['that says it needs no signature', () => token({ header: { alg: 'none' } })],
    ['that says it is signed by a shared secret', () => token({ header: { alg: 'HS256' } })],
    [
      'that was changed',
      async () => {
        const [header, , signature] = (await token()).split('.')
        const [, payload] = (await token({ claims: { sub: 'another' } })).split('.')
        return [header, payload, signature].join('.')
      },
    ],
    ['that is none', async () => 'a.b.c'],
    ['that is cut', async () => (await token()).slice(0, -4)],
  ])('a token %s opens nothing', async (_, make) => {
    expect((await session(await make())).status).toBe(401)
  })

  test('a new key of the team is found', async () => {
    await addKey('second')
    await world.setClock('2026-12-03T10:02:00+01:00')
    expect((await session(await token({ key: 'second' }))).status).toBe(200)
  })

  test('signing out ends the session of Access', async () => {
    const response = await fetch(`${world.url}/desk/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'cf-access-jwt-assertion': await token() },
    })
    expect(response.headers.get('location')).toBe('/cdn-cgi/access/logout')
  })
})
