import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sourcesOf } from '#tests/support/patterns.ts'
import { callProgram } from '#workers/feeds/call-program.ts'
import { callByFetch } from '#workers/feeds/webhooks/call-by-fetch.ts'

// Somebody whom we ask may lead us into the house: what is asked is asked there, or not at all.

let server: Server
let address: string
const asked: string[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url?.startsWith('/elsewhere')) return void response.writeHead(200).end('{"secret":1}')
    response.writeHead(307, { location: '/elsewhere', 'content-length': '0' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

describe('whoever leads elsewhere when they are asked', () => {
  test('is not followed where a list program is', async () => {
    asked.length = 0
    const answer = await callProgram({ base: address, headers: { authorization: 'Basic x' } }, 'GET', '/lists')
    expect(asked).toEqual(['/lists'])
    expect(answer).toEqual({ status: 307, json: null })
  })

  test('is not followed where a webhook is, in Cloudflare’s way too', async () => {
    asked.length = 0
    const answer = await callByFetch({ url: `${address}/hook`, headers: {}, body: '{}' }, true)
    expect(asked).toEqual(['/hook'])
    expect(answer).toEqual({ status: 307, retryAfter: null })
  })

  test('is not followed anywhere: each fetch of ours says so', () => {
    const rooms = ['shared', 'workers', 'hosts/node', 'scripts/cloudflare', 'scripts/start']
    const calls = sourcesOf(rooms).flatMap(([file, text]) =>
      [...text.matchAll(/(?<![.\w])fetch\((?!request\b)[`\w][\s\S]{0,500}/g)].map(([call]) => ({ file, call })),
    )
    expect(calls.length).toBeGreaterThan(5)
    expect(calls.filter(({ call }) => !call.includes("redirect: 'manual'")).map(({ file }) => file)).toEqual([])
  })
})
