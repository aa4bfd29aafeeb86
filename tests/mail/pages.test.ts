import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { renderMail } from '#shared/mail/render.ts'
import { sampleNow as now } from '#shared/mail/sample.ts'
import { sampleLinks as links, type NamedSample, samples } from '#shared/mail/samples.ts'
import { type Language, languages } from '#shared/text/language.ts'
import { faultsOf, openAxePage, openBrowser } from '#tests/support/axe.ts'

// Each mail's page in a real browser, as a mail program that knows CSS shows it. There is no image in any (render.test.ts), so
// that a reader who leaves images out misses nothing.

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await openAxePage(await browser.newContext())
})
afterAll(() => browser?.close())

// A mail is a part of its reader's program, whose landmarks are that program's
const faults = () => faultsOf(page, undefined, ['landmark-one-main', 'region'])

/** How far the page can be scrolled to the right, and which buttons are lower than a thumb. */
const misfits = () =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const low = [...document.querySelectorAll<HTMLElement>('.first a, .other a')].filter((a) => a.offsetHeight < 44)
    return { overflow: scrollWidth - clientWidth, low: low.map(({ textContent }) => textContent) }
  })

async function show({ mail, reader }: NamedSample, language: Language): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.setContent(renderMail(mail, { movement, language, reader, links, now }).html)
}

const cases = samples.flatMap((sample) => languages.map((language) => ({ ...sample, language })))
test.each(cases)(
  'the $name mail in $language is heard as it was written, and fits 320 pixels',
  async (sample) => {
    await show(sample, sample.language)
    const heard = await page.locator('body').ariaSnapshot()
    await expect(`${heard}\n`).toMatchFileSnapshot(`golden/${sample.name}.${sample.language}.page.yml`)
    await page.setViewportSize({ width: 320, height: 568 })
    expect(await misfits()).toEqual({ overflow: 0, low: [] })
  },
  60_000,
)

test.each(samples)(
  'the page of the $name mail shuts nobody out, in light or dark',
  async (sample) => {
    await show(sample, 'fr')
    expect(await faults()).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faultsOf(page, ['color-contrast'])).toEqual([])
  },
  60_000,
)
