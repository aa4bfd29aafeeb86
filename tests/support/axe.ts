import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import chromium from '@sparticuz/chromium'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core'

/** A real browser. Not with `chromium.args`: they make it one process, which dies with its first page. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath()
  return playwright.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], headless: true })
}

const require = createRequire(import.meta.url)

export type Look = { status: number; faults: string[]; overflow: number }

/** What axe-core finds wrong with a page by WCAG 2.2 AA, and by how many pixels it is too wide; everything that folds is open. */
export async function inspect(context: BrowserContext, url: string): Promise<Look> {
  const page = await context.newPage()
  const response = await page.goto(url)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  // The page's own policy forbids scripts; the debugger's evaluate is not under it
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'))
  const results = (await page.evaluate(`axe.run({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  })`)) as AxeResults
  await page.close()
  const faults = results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ; ')}`)
  return { status: response?.status() ?? 0, faults, overflow }
}
