import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { DashboardApp } from '#workers/dashboard/env.ts'
import { lastVisit } from '#workers/dashboard/last-visit.ts'

const hour = 3_600_000
const day = 24 * hour
const start = new Date('2026-12-03T09:00:00Z').getTime()

/** A browser that looks at the dashboard's first page: what it is told of, in hours from the first look. */
function browser() {
  let cookie = ''
  return async (at: number): Promise<number> => {
    const app = new Hono<DashboardApp>()
    app.use(async (context, next) => {
      context.set('now', new Date(start + at))
      await next()
    })
    app.get('/', (context) => context.text(lastVisit(context).toISOString()))
    const response = await app.request('/', { headers: { cookie } }, { PUBLIC_URL: 'https://maj.example.org' })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return new Date(await response.text()).getTime() - start
  }
}

describe('what happened is told since the last visit:', () => {
  test('whoever never came is told of a week', async () => {
    expect(await browser()(0)).toBe(-7 * day)
  })

  test('pages within three hours of each other are one visit, however long it lasts', async () => {
    const look = browser()
    await look(0)
    for (const at of [3, 6, 9]) expect(await look(at * hour)).toBe(-7 * day)
  })

  test('what comes more than three hours later is the next one', async () => {
    const look = browser()
    await look(0)
    await look(hour)
    expect(await look(4 * hour + 1000)).toBe(hour)
    expect(await look(5 * hour)).toBe(hour)
    expect(await look(day)).toBe(5 * hour)
  })

  test('whoever was away for sixty days is told of a week', async () => {
    const look = browser()
    await look(0)
    await look(4 * hour)
    expect(await look(64 * day)).toBe(57 * day)
  })

  test('a cookie of tomorrow, or of nonsense, counts as none', async () => {
    const look = browser()
    await look(day)
    expect(await look(0)).toBe(-7 * day)
  })
})
