import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Result } from 'axe-core'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'
import { unpackChromium } from './chromium.ts'

/** A real browser, which asks nothing of the network by itself. Not with the `args` of its package: they make it one process, which dies with its first page. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await unpackChromium()
  return playwright.launch({
    executablePath,
    env: { ...process.env, ...env },
    // Otherwise it says that a program drives it, and pages believe that
    args: [
      '--disable-blink-features=AutomationControlled',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      // Pages of one site as one process, which has read their scripts before
      '--renderer-process-limit=1',
    ],
    headless: true,
  })
}

const require = createRequire(import.meta.url)

const script = readFile(require.resolve('axe-core/axe.min.js'), 'utf8')

/**
 * A page that has axe-core at hand, wherever it goes: half a megabyte that is handed over once, and read where it is asked for. A page's own
 * policy forbids scripts; what the debugger brings is not under it.
 */
export async function openAxePage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(`window.loadAxe = () => {${await script}\n}`)
  await page.goto('about:blank')
  return page
}

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe-core finds wrong with such a page as it is, by WCAG 2.2 AA. Only that is asked of it: the list of all that is right takes twice as long. */
export async function faultsOf(
  page: Page,
  rules: readonly string[] = everyRule,
  without: readonly string[] = [],
): Promise<string[]> {
  const off = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
  const options = JSON.stringify({ runOnly: rules, rules: off, resultTypes: ['violations'] })
  const violations = await page.evaluate<Result[]>(
    `(window.axe || loadAxe(), axe.run(${options})).then(({ violations }) => violations)`,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ; ')}`)
}

/** By how many pixels a page is too wide. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

export type Look = { status: number; faults: string[]; overflow: number }

/** Opens everything of a page that folds. */
export function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

/** What is wrong with the page of an address, unfolded. */
export async function inspect(page: Page, url: string): Promise<Look> {
  const response = await page.goto(url)
  await unfold(page)
  return { status: response?.status() ?? 0, faults: await faultsOf(page), overflow: await overflowOf(page) }
}
