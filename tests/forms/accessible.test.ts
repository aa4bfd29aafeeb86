import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { renderMail } from '#shared/mail/render.ts'
import { sampleNow } from '#shared/mail/sample.ts'
import { sampleLinks, samples } from '#shared/mail/samples.ts'
import { faultsOf, openAxePage, openBrowser, overflowOf, unfold } from '#tests/support/axe.ts'
import { formStates, makeCampaigns, stateTowns } from '#tests/support/form-states.ts'
import { type FormState, pau } from '#tests/support/form-steps.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { spelledOut } from '#tests/support/spelled-out.ts'
import { readyTeam, teamStates } from '#tests/support/team-states.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// RGAA 4.1 and WCAG 2.2 AA, on every state of every page of the form, the desk and /find, in a real browser.
let world: World
let browser: Browser
let page: Page

beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: stateTowns })
  await makeCampaigns(world)
  await lengthen(world)
  browser = await openBrowser()
  const context = await browser.newContext({ locale: 'fr-FR' })
  context.setDefaultTimeout(20_000)
  page = await openAxePage(context)
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

/** What people really type is longer than Lou. */
async function lengthen({ db }: World): Promise<void> {
  const site = `https://example.org/${'archipel-pau-'.repeat(12)}`
  await db.batch([
    db.prepare("UPDATE person SET phone = '+33612345678' WHERE uid = ?1").bind(personUid('Lou')),
    db.prepare('UPDATE local_group SET on_map = 1, website = ?2 WHERE uid = ?1').bind(groupUid('Pau'), site),
  ])
}

/** What sticks out of the page, or out of its own box, to the right. */
const tooWide = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, body *:not(.hidden, input)')]
      .filter(
        (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  )

/** What readers of the page set for themselves; the page's own policy allows what its own browser does. */
const restyle = (css: string) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [sheet]
  }, css)

// WCAG 2.2, 1.4.12
const spaced =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'
const doubled = 'html { font-size: 200% !important }'

/**
 * Whatever is pressed, typed in or ticked, and every link that stands alone, when it is less than 44 pixels high or wide (WCAG 2.5.5). A
 * link within a sentence is as high as its line (WCAG 2.5.8), and a box is as large as its label.
 */
const tooSmall = () =>
  page.evaluate(() => {
    const isInSentence = (element: Element) =>
      element.tagName === 'A' &&
      [...(element.parentElement?.childNodes ?? [])].some((node) => node.nodeType === 3 && node.textContent?.trim())
    return [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, label.pick, summary, input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea',
      ),
    ]
      .filter((element) => element.checkVisibility() && !element.matches('.hidden, .skip') && !isInSentence(element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => Math.round(box.height) < 44 || Math.round(box.width) < 44)
      .map(
        ({ element, box }) => `${Math.round(box.width)} × ${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`,
      )
  })

/** What moves. */
const moving = () =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element)
        return animationName !== 'none' || transitionDuration !== '0s'
      }).length,
  )

/** Boxes and buttons that nobody would see in a system's own colours. */
const unseen = () =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button:not(.plain, .hidden), .button, input:not([type=hidden])')]
      .filter(
        (element) =>
          element.offsetParent !== null &&
          getComputedStyle(element).borderTopColor === getComputedStyle(document.body).backgroundColor,
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  )

/** Buttons that look like links: what does something is told from what leads somewhere. */
const disguised = () =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button:not(.hidden)')]
      .filter((element) => {
        const { textDecorationLine, borderTopWidth } = getComputedStyle(element)
        return element.checkVisibility() && (textDecorationLine !== 'none' || borderTopWidth === '0px')
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )

/** Reaches a state, and finds nothing in it that shuts somebody out. */
async function expectOpenToAll(reach: FormState): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 })
  await reach(page, world)
  await page.locator('h1').waitFor()
  expect(await faultsOf(page)).toEqual([])
  expect(await moving()).toBe(0)
  expect(await disguised()).toEqual([])
  expect(await spelledOut(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faultsOf(page, ['color-contrast'])).toEqual([])
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  expect(await unseen()).toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
  await page.setViewportSize({ width: 320, height: 568 })
  expect(await tooWide()).toEqual([])
  expect(await tooSmall()).toEqual([])
  await restyle(spaced)
  expect(await tooWide()).toEqual([])
  // A small phone's page, four times as large (WCAG 1.4.10)
  await restyle('')
  await page.setViewportSize({ width: 195, height: 568 })
  expect(await overflowOf(page)).toBe(0)
  // Its letters alone, twice as large (WCAG 1.4.4)
  await page.setViewportSize({ width: 320, height: 568 })
  await restyle(doubled)
  expect(await overflowOf(page)).toBe(0)
  expect(await tooWide()).toEqual([])
}

describe('each state of the form', () => {
  test.each(Object.entries(formStates))('%s: nobody is shut out', (_, reach) => expectOpenToAll(reach))
})

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
    await expectOpenToAll((given, where) => reach(given, where).then(() => unfold(given)))
    const path = new URL(page.url()).pathname
    await page.setViewportSize({ width: 320, height: 568 })
    await page.goto(`${world.url}${path}?lang=en`)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await faultsOf(page)).toEqual([])
    expect(await tooWide()).toEqual([])
  })

  test.each(dashboardPages)(
    '/dashboard%s: with letters twice as large, a small phone scrolls nothing sideways',
    async (path) => {
      await page.setViewportSize({ width: 320, height: 568 })
      const answer = await page.goto(`${world.url}/dashboard${path}`)
      expect(answer?.status()).toBe(200)
      await unfold(page)
      expect(await spelledOut(page)).toEqual([])
      await restyle(doubled)
      expect([await overflowOf(page), await outside()]).toEqual([0, []])
    },
  )
})

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
    expect(await outside()).toEqual([])
  })
})

/** What ends to the right of the page, and stands in no box of its own that scrolls. */
const outside = () =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *:not(.hidden, .skip)')]
      .filter(
        (element) =>
          !element.closest('.scroll, svg, .hidden') && element.getBoundingClientRect().right > innerWidth + 1,
      )
      .map((element) => element.outerHTML.slice(0, 160)),
  )
