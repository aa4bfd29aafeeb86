import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { faultsOf, openAxePage, openBrowser, overflowOf } from './axe.ts'
import { makeCampaigns, stateTowns } from './form-states.ts'
import type { FormState } from './form-steps.ts'
import { groupUid, personUid } from './movement.ts'
import { spelledOut } from './spelled-out.ts'
import { startWorld, type World } from './world.ts'

// RGAA 4.1 and WCAG 2.2 AA, of a page as it is shown in a real browser.

/** A network in the middle of a round, and a page that has axe at hand. */
export type Looking = { world: World; page: Page; stop: () => Promise<void> }

export async function startLooking(): Promise<Looking> {
  const world = await startWorld({ round: '2026-12', towns: stateTowns })
  let browser: Browser | null = null
  const stop = async () => {
    await browser?.close()
    await world.stop()
  }
  try {
    await makeCampaigns(world)
    await lengthen(world)
    browser = await openBrowser()
    const context = await browser.newContext({ locale: 'fr-FR' })
    context.setDefaultTimeout(20_000)
    return { world, page: await openAxePage(context), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What people really type is longer than Lou. */
async function lengthen({ db }: World): Promise<void> {
  const site = `https://example.org/${'archipel-pau-'.repeat(12)}`
  await db.batch([
    db.prepare("UPDATE person SET phone = '+33612345678' WHERE uid = ?1").bind(personUid('Lou')),
    db.prepare('UPDATE local_group SET on_map = 1, website = ?2 WHERE uid = ?1').bind(groupUid('Pau'), site),
  ])
}

/** What sticks out of the page, or out of its own box, to the right. */
export const tooWide = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, body *:not(.hidden, input)')]
      .filter(
        (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  )

/** What readers of the page set for themselves; the page's own policy allows what its own browser does. */
export const restyle = (page: Page, css: string) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [sheet]
  }, css)

// WCAG 2.2, 1.4.12
const spaced =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'
export const doubled = 'html { font-size: 200% !important }'

/**
 * Whatever is pressed, typed in or ticked, and every link that stands alone, when it is less than 44 pixels high or wide (WCAG 2.5.5). A
 * link within a sentence is as high as its line (WCAG 2.5.8), and a box is as large as its label.
 */
const tooSmall = (page: Page) =>
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
const moving = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element)
        return animationName !== 'none' || transitionDuration !== '0s'
      }).length,
  )

/** Boxes and buttons that nobody would see in a system's own colours. */
const unseen = (page: Page) =>
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
const disguised = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button:not(.hidden)')]
      .filter((element) => {
        const { textDecorationLine, borderTopWidth } = getComputedStyle(element)
        return element.checkVisibility() && (textDecorationLine !== 'none' || borderTopWidth === '0px')
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )

/** Reaches a state, and finds nothing in it that shuts somebody out. */
export async function expectOpenToAll(page: Page, world: World, reach: FormState): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 })
  await reach(page, world)
  await page.locator('h1').waitFor()
  expect(await faultsOf(page)).toEqual([])
  expect(await moving(page)).toBe(0)
  expect(await disguised(page)).toEqual([])
  expect(await spelledOut(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faultsOf(page, ['color-contrast'])).toEqual([])
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  expect(await unseen(page)).toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
  await page.setViewportSize({ width: 320, height: 568 })
  expect(await tooWide(page)).toEqual([])
  expect(await tooSmall(page)).toEqual([])
  await restyle(page, spaced)
  expect(await tooWide(page)).toEqual([])
  // A small phone's page, four times as large (WCAG 1.4.10)
  await restyle(page, '')
  await page.setViewportSize({ width: 195, height: 568 })
  expect(await overflowOf(page)).toBe(0)
  // Its letters alone, twice as large (WCAG 1.4.4)
  await page.setViewportSize({ width: 320, height: 568 })
  await restyle(page, doubled)
  expect(await overflowOf(page)).toBe(0)
  expect(await tooWide(page)).toEqual([])
}

/** What ends to the right of the page, and stands in no box of its own that scrolls. */
export const outside = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *:not(.hidden, .skip)')]
      .filter(
        (element) =>
          !element.closest('.scroll, svg, .hidden') && element.getBoundingClientRect().right > innerWidth + 1,
      )
      .map((element) => element.outerHTML.slice(0, 160)),
  )
