import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspect, openAxePage, openBrowser } from '#tests/support/axe.ts'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let browser: Browser
let session: string
beforeAll(async () => {
  world = await startWorld({ clock: '2026-12-03T10:00:00+01:00' })
  browser = await openBrowser()
  session = await signIn(world)
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

const pages = ['', '/groups', '/network', '/map', '/mails', '/changes']

type Scheme = 'light' | 'dark'

async function openContext(width: number, colorScheme: Scheme = 'light'): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
  const [name = '', value = ''] = session.split('=')
  await context.addCookies([{ name, value, url: `${world.url}/dashboard` }])
  return context
}

async function expectClean(width: number, paths: readonly string[], scheme: Scheme = 'light'): Promise<void> {
  const context = await openContext(width, scheme)
  const page = await openAxePage(context)
  for (const path of paths) {
    const { faults, overflow, status } = await inspect(page, `${world.url}/dashboard${path}`)
    expect({ path, faults, overflow, status }).toEqual({ path, faults: [], overflow: 0, status: 200 })
  }
  await context.close()
}

// The network grows from test to test: nothing, groups that wait for the first update, one round
describe('a network', () => {
  test('that is empty says so and what to do, on every page, without a blank picture', async () => {
    const page = await look(world, session, '/dashboard')
    expect(textOf(page)).toContain('Le réseau est encore vide')
    expect(page.html).toContain('href="/desk/start"')
    // Where no filter is, there is none to take off
    const groups = textOf(await look(world, session, '/dashboard/groups'))
    expect(groups).toContain('Aucun groupe pour l’instant')
    expect(groups).not.toContain('Retirez un filtre')
    const changes = async (query = '') => textOf(await look(world, session, `/dashboard/changes${query}`))
    expect(await changes()).toContain('Personne n’a encore corrigé de fiche')
    expect(await changes('?section=identity')).toContain('Aucune modification pour ces critères')
    // Nor is there a place or a month to choose
    const network = await look(world, session, '/dashboard/network')
    expect(textOf(network)).toContain('Il n’y a pas encore eu de mise à jour')
    expect(network.html).not.toContain('<form class="filters"')
    for (const path of pages)
      expect((await look(world, session, `/dashboard${path}`)).html).not.toMatch(/NaN|undefined|Infinity/)
    await expectClean(320, pages)
  })

  test('on its first day waits for the first update', async () => {
    await makeGroups(world.db, { Pau: ['Lou'] }, world.now())
    const page = textOf(await look(world, session, '/dashboard?lang=en'))
    expect(page).toContain('1 group awaits the first update')
    for (const path of pages)
      expect((await look(world, session, `/dashboard${path}`)).html).not.toMatch(/NaN|undefined|Infinity/)
    await expectClean(320, ['?lang=fr', '/network?lang=fr'])
    const answers = textOf(await look(world, session, '/dashboard/map?by=answers&lang=fr'))
    expect(answers).toContain('Aucun groupe n’a encore été interrogé.')
    expect(answers).not.toContain('0 %')
    expect(textOf(await look(world, session, '/dashboard/map?lang=fr'))).toMatch(
      /1 groupe n’est pas sur la carte\s: sa ville/,
    )
  })

  test('of one group is told of as one group, in both languages', async () => {
    await makeStep(world.db, '2026-12', 'invitation', world.now())
    expect(textOf(await look(world, session, '/dashboard'))).toContain('Le groupe n’a pas encore répondu')
    expect(textOf(await look(world, session, '/dashboard?lang=en'))).toContain('The group has not answered yet')
    const network = textOf(await look(world, session, '/dashboard/network?lang=en'))
    expect(network).toContain('Only one monthly update in these months')
    expect(network).not.toContain('Since December 2026')
    for (const path of pages)
      expect((await look(world, session, `/dashboard${path}`)).html).not.toMatch(/NaN|undefined|Infinity/)
    await expectClean(
      1280,
      [...pages, `/groups/${groupUid('Pau')}`].map((path) => `${path}?lang=en`),
    )
    await expectClean(
      320,
      [...pages, `/groups/${groupUid('Pau')}`].map((path) => `${path}?lang=fr`),
      'dark',
    )
  })
})

describe('with the keyboard alone', () => {
  test.each([390, 1280])('the header is gone through as it is seen, on %d pixels', async (width) => {
    const context = await openContext(width)
    const page = await context.newPage()
    await page.goto(`${world.url}/dashboard`)
    const places = await page.locator('header a, header button').evaluateAll((elements) =>
      elements.map((element) => {
        const { top, left, height } = element.getBoundingClientRect()
        return { name: element.textContent, line: Math.round((top + height / 2) / 20), left }
      }),
    )
    const seen = [...places].sort((a, b) => a.line - b.line || a.left - b.left)
    expect(places.map(({ name }) => name)).toEqual(seen.map(({ name }) => name))
    await context.close()
  })

  test.each([
    ...['', '/groups', '/map', '/network', '/changes', '/mails', `/groups/${groupUid('Pau')}`].map(
      (path) => `/dashboard${path}`,
    ),
    ...['', '/groups/new', `/groups/${groupUid('Pau')}`, '/campaigns', '/mails', '/log'].map((path) => `/desk${path}`),
  ])('everything on %s is reached in its order, and seen when it is', async (path) => {
    const context = await openContext(1280)
    const page = await context.newPage()
    await page.goto(`${world.url}${path}`)
    const all = await page
      // Of the radios of one question Tab reaches one
      .locator('a[href]:visible, button:visible, input:not([type=radio]):visible, select:visible, summary:visible')
      .evaluateAll((elements) =>
        elements
          .filter((element) => (element as HTMLElement).tabIndex >= 0 && !element.closest('svg'))
          .map((element) => element.outerHTML.slice(0, 120)),
      )
    const reached: string[] = []
    for (let index = 0; index < all.length + 20; index++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return null
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        return { html: element.outerHTML.slice(0, 120), isSeen: outlineStyle !== 'none' && outlineWidth !== '0px' }
      })
      if (!focused) break
      expect(focused.isSeen, focused.html).toBe(true)
      reached.push(focused.html)
    }
    expect(reached.length).toBeGreaterThan(5)
    expect(reached[0]).toContain('class="skip"')
    expect(all.filter((html) => !reached.includes(html))).toEqual([])
    await context.close()
  })
})
