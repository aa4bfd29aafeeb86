import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { faultsOf, openAxePage, openBrowser, overflowOf, unfold } from './axe.ts'

let browser: Promise<Browser> | null = null
/** Where copies of pages are looked at. */
let copies: Promise<Page> | null = null

/** A page of a real browser as on a phone, in a window of its own. The browser starts with the first one. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  return (await openContext(options)).newPage()
}

async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser ??= openBrowser()
  const context = await (await browser).newContext({
    viewport: { width: 390, height: 844 },
    locale: 'fr-FR',
    ...options,
  })
  context.setDefaultTimeout(30_000)
  return context
}

export async function closeBrowser(): Promise<void> {
  const opened = browser
  browser = null
  copies = null
  await (await opened)?.close()
}

/**
 * A page can be read by everybody: axe finds nothing, in light and in dark, and nothing leaves a narrow screen. Looks at a copy of
 * what is shown, unfolded, as axe needs scripts and the page may have none.
 */
export async function expectAccessible(page: Page): Promise<void> {
  copies ??= openContext().then(openAxePage)
  const copy = await copies
  await copy.goto('about:blank')
  await copy.setContent(await page.content())
  await unfold(copy)
  const found: Record<string, unknown> = {}
  for (const colorScheme of ['light', 'dark'] as const) {
    await copy.emulateMedia({ colorScheme })
    for (const width of [320, 390]) {
      await copy.setViewportSize({ width, height: 844 })
      const overflow = await overflowOf(copy)
      if (overflow > 0) found[`${colorScheme}, ${width} pixels`] = `${overflow} pixels too wide`
    }
    const faults = await faultsOf(copy)
    if (faults.length > 0) found[colorScheme] = faults
  }
  expect({ page: await page.title(), found }).toEqual({ page: await page.title(), found: {} })
}

/** Every address that a page asked something of, as `scheme://host:port`. */
export function recordOrigins(page: Page): Set<string> {
  const origins = new Set<string>()
  page.context().on('request', (request) => origins.add(new URL(request.url()).origin))
  return origins
}
