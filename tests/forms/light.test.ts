import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { upsertPlaces } from '#shared/db/places.ts'
import { byHand, open, type Sheet } from '#tests/support/browser.ts'
import { makeCampaigns } from '#tests/support/form-states.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'
import { script } from '#workers/forms/compiled.ts'

// What a page costs: trips to the database, which are its time, and bytes, which are a tram's network.
let world: World
const uid = groupUid('Pau')

beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Lou', 'Sam', 'Ada', 'Max'], Dax: ['Lou'] } })
  await makeCampaigns(world)
  const places = ['Billère', 'Jurançon', 'Lescar', 'Lons'].map((name) => ({
    ...{ name, department: '64', region: 'Nouvelle-Aquitaine', latitude: 43.3, longitude: -0.4 },
  }))
  await world.db.batch(upsertPlaces(world.db, 'FR', places))
})
afterAll(() => world.stop())

async function tripsOf(work: () => Promise<unknown>): Promise<number> {
  const before = await world.trips()
  await work()
  return (await world.trips()).trips - before.trips
}

/** Sends a form and looks at nothing after it. */
async function press({ url, fields }: Sheet, typed: Record<string, string>): Promise<number> {
  const body = new URLSearchParams(fields)
  for (const [name, value] of Object.entries(typed)) body.set(name, value)
  return (await fetch(url, { method: 'POST', body, headers: byHand, redirect: 'manual' })).status
}

describe('the database is asked', () => {
  test.each([
    ['what the link opens', ''],
    ['a group', `/${uid}`],
    ['a section', `/${uid}/identity`],
    ['the referents', `/${uid}/referents`],
    ['the history', `/${uid}/history`],
    ['leaving', `/${uid}/part`],
    ['a word', '/word'],
  ])('once to show %s', async (_, path) => {
    const link = await world.linkOf('Lou')
    expect(await tripsOf(async () => expect((await open(link + path)).status).toBe(200))).toBe(1)
  })

  test.each([
    ['a correction', `/${uid}/identity`, { [`${uid}.active_members`]: '44' }],
    ['somebody’s phone', `/${uid}/referents`, { [`${personUid('Sam')}.phone`]: '06 12 34 56 78' }],
    ['a section that is right', `/${uid}/trainings`, {}],
    ['a word', '/word', { body: 'Bonjour' }],
  ])('twice to save %s', async (_, path, typed) => {
    const page = await open((await world.linkOf('Lou')) + path)
    expect(await tripsOf(async () => expect(await press(page, typed)).toBe(303))).toBe(2)
  })

  test('twice to say that all is right', async () => {
    const page = await open(`${await world.linkOf('Sam')}/${uid}`)
    expect(await tripsOf(async () => expect(await press(page, {})).toBe(303))).toBe(2)
  })
})

describe('a first visit', () => {
  test.each(['', '/identity', '/referents', '/campaigns'])(
    'of « %s » is at most 14 kB, compressed, with all that it needs',
    async (path) => {
      const { html } = await open(`${await world.linkOf('Lou')}/${uid}${path}`)
      const needed = [...html.matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address)
      expect(needed.filter((address) => /^https?:|\.(css|js|woff2?|png|svg)$/.test(address))).toEqual([script.path])
      const bytes = gzipSync(html).length + gzipSync(script.code).length
      expect(bytes).toBeLessThan(14 * 1024)
    },
  )

  test('brings a script of less than 5 kB, not even compressed', () => {
    expect(Buffer.byteLength(script.code)).toBeGreaterThan(1000)
    expect(Buffer.byteLength(script.code)).toBeLessThan(5000)
  })
})

test('no answer is kept or listed, whatever it is', async () => {
  const link = await world.linkOf('Lou')
  const dax = groupUid('Dax')
  const body = new URLSearchParams((await open(`${link}/${dax}`)).fields)
  const answers = await Promise.all([
    fetch(link),
    fetch(`${link}/me/download`),
    fetch(`${link}/${dax}`, { method: 'POST', body, headers: byHand, redirect: 'manual' }),
    fetch(`${world.url}/u/unknown`),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 303, 404])
  for (const { headers } of answers)
    expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex, nofollow'])
})
