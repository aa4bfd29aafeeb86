import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { renderMail } from '#shared/mail/render.ts'
import { sampleNow } from '#shared/mail/sample.ts'
import { sampleLinks, samples } from '#shared/mail/samples.ts'
import { faultsOf, overflowOf, unfold } from '#tests/support/axe.ts'
import { pau } from '#tests/support/form-steps.ts'
import { doubled, expectOpenToAll, outside, restyle, startLooking, tooWide } from '#tests/support/open-to-all.ts'
import { spelledOut } from '#tests/support/spelled-out.ts'
import { readyTeam, teamStates } from '#tests/support/team-states.ts'
import type { World } from '#tests/support/world.ts'

// RGAA 4.1 and WCAG 2.2 AA, on every page of the desk and of what visitors find, and of the dashboard and mails with large letters.
let world: World
let page: Page
let stop: (() => Promise<void>) | undefined
beforeAll(async () => {
  ;({ world, page, stop } = await startLooking())
})
afterAll(() => stop?.())

/** The rules of axe-core that another language can break: all else was looked at in the first. */
const ofWords = [
  'html-lang-valid',
  'valid-lang',
  'document-title',
  'label',
  'link-name',
  'button-name',
  'empty-heading',
  'target-size',
]

const dashboardPages = [
  '',
  '/groups',
  `/groups/${pau}`,
  `/groups/${pau}/history`,
  '/changes',
  '/network',
  '/questions',
  '/map',
  '/mails',
]

describe('each page of the desk, and of what visitors find', () => {
  beforeAll(() => readyTeam(page, world))

  test.each(Object.entries(teamStates))('%s: nobody is shut out', async (_, reach) => {
    await expectOpenToAll(page, world, (given, where) => reach(given, where).then(() => unfold(given)))
    const path = new URL(page.url()).pathname
    await page.setViewportSize({ width: 320, height: 568 })
    await page.goto(`${world.url}${path}?lang=en`)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await faultsOf(page, ofWords)).toEqual([])
    expect(await tooWide(page)).toEqual([])
  })

  test.each(dashboardPages)(
    '/dashboard%s: with letters twice as large, a small phone scrolls nothing sideways',
    async (path) => {
      await page.setViewportSize({ width: 320, height: 568 })
      const answer = await page.goto(`${world.url}/dashboard${path}`)
      expect(answer?.status()).toBe(200)
      await unfold(page)
      expect(await spelledOut(page)).toEqual([])
      await restyle(page, doubled)
      expect([await overflowOf(page), await outside(page)]).toEqual([0, []])
    },
  )
})

test.each(['/dashboard', '/dashboard/groups?state=active', '/dashboard/network', '/desk/calls', '/desk/phones'])(
  '%s is printed without what only a screen can do, and says what it was filtered by',
  async (path) => {
    await page.setViewportSize({ width: 794, height: 1123 })
    await page.goto(world.url + path)
    await page.emulateMedia({ media: 'print' })
    const idle = page.locator('form, select, button, nav, summary, .take')
    expect(
      await idle.evaluateAll((all) =>
        all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 200)),
      ),
    ).toEqual([])
    if (path.includes('?')) expect(await page.locator('.chips').innerText()).toMatch(/actif|active/)
    await page.emulateMedia({ media: 'screen' })
  },
)

test.each(['invitation', 'reminder', 'silent_groups'])(
  'the preview of a mail (%s), with the way back above it, shuts nobody out',
  async (kind) => {
    // Its policy lets nothing run in it, the checks neither: what it holds is looked at apart
    const answer = await page.request.get(`${world.url}/desk/groups/${pau}/mail?kind=${kind}&lang=fr`)
    expect(answer.status()).toBe(200)
    await page.setViewportSize({ width: 320, height: 568 })
    await page.goto('about:blank')
    await page.setContent(await answer.text())
    expect(await page.getByRole('note').getByRole('link').count()).toBe(2)
    expect(await faultsOf(page, undefined, ['landmark-one-main', 'region'])).toEqual([])
    expect(await smallIn(page, '[role=note] a')).toEqual([])
    expect([await overflowOf(page), await outside(page)]).toEqual([0, []])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faultsOf(page, ['color-contrast'])).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await restyle(page, `${doubled} [role=note] { font-size: 32px !important }`)
    expect([await overflowOf(page), await outside(page)]).toEqual([0, []])
  },
)

/** What of these is less than a finger high. */
const smallIn = (page: Page, selector: string) =>
  page.$$eval(selector, (all) =>
    all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML),
  )

describe('with letters twice as large, on a small phone, nothing is scrolled sideways, and no word is spelled out', () => {
  test.each(samples)('in the $name mail', async ({ mail, reader }) => {
    await page.goto('about:blank')
    await page.setContent(
      renderMail(mail, { movement, language: 'fr', reader, links: sampleLinks, now: sampleNow }).html,
    )
    expect(await spelledOut(page)).toEqual([])
    // Mail programs enlarge each letter, as mails say their size
    await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('body, body *')]
      const sizes = all.map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
      for (const [index, element] of all.entries())
        element.style.setProperty('font-size', `${2 * (sizes[index] ?? 0)}px`, 'important')
    })
    expect(await outside(page)).toEqual([])
  })
})
