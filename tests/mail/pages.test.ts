import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import movement from '#movement'
import type { MailContent } from '#shared/domain/mail-content.ts'
import { renderMail } from '#shared/mail/render.ts'
import { type Language, languages } from '#shared/text/language.ts'
import { openBrowser } from '#tests/support/axe.ts'
import { links, now, samples } from './samples.ts'

// Each mail's page in a real browser, as a mail program that knows CSS shows it. There is no image in any (render.test.ts), so
// that a reader who leaves images out misses nothing.

let browser: Browser
let page: Page
let axe: string
beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
})
afterAll(() => browser?.close())

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// A mail is a part of its reader's program, whose landmarks are that program's
const rules = { 'landmark-one-main': { enabled: false }, region: { enabled: false } }
const faults = async (runOnly: readonly string[]) => {
  const options = JSON.stringify({ runOnly, rules: runOnly === everyRule ? rules : {} })
  const { violations } = (await page.evaluate(`axe.run(${options})`)) as AxeResults
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ; ')}`)
}

/** How far the page can be scrolled to the right, and which buttons are lower than a thumb. */
const misfits = () =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const low = [...document.querySelectorAll<HTMLElement>('.first a, .other a')].filter((a) => a.offsetHeight < 44)
    return { overflow: scrollWidth - clientWidth, low: low.map(({ textContent }) => textContent) }
  })

async function show(content: MailContent, language: Language): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.setContent(renderMail(content, { movement, language, links, now }).html)
}

const cases = Object.entries(samples).flatMap(([name, content]) =>
  languages.map((language) => ({ name, language, content })),
)
test.each(cases)(
  'the $name mail in $language is heard as it was written, and fits 320 pixels',
  async (sample) => {
    await show(sample.content, sample.language)
    const heard = await page.locator('body').ariaSnapshot()
    await expect(`${heard}\n`).toMatchFileSnapshot(`golden/${sample.name}.${sample.language}.page.yml`)
    await page.setViewportSize({ width: 320, height: 568 })
    expect(await misfits()).toEqual({ overflow: 0, low: [] })
  },
  60_000,
)

test.each(Object.entries(samples))(
  'the page of the %s mail shuts nobody out, in light or dark',
  async (_, content) => {
    await show(content, 'fr')
    await page.evaluate(axe)
    expect(await faults(everyRule)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faults(['color-contrast'])).toEqual([])
  },
  60_000,
)
