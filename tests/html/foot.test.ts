import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dashboard, style } from '#shared/html/compiled.ts'
import { openBrowser } from '#tests/support/axe.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1000, height: 400 } })
})
afterAll(() => browser?.close())

test.each([
  ['a team’s page', style.css + dashboard.css],
  ['a form', style.css],
])('what a voice reads in full stays within its line at the foot of %s', async (_, css) => {
  const word = '<span aria-hidden="true">référent·es</span><span class="heard">référents et référentes</span>'
  await page.setContent(
    `<style>${css}</style><footer class="column wide foot"><p><span>Ce sont les ${word} qui corrigent.</span></p></footer>`,
  )
  const shown = page.locator('.foot [aria-hidden]')
  expect(await shown.evaluate((element) => getComputedStyle(element).display)).toBe('inline')
  expect((await page.locator('.foot p').boundingBox())?.height).toBeLessThan(40)
})
