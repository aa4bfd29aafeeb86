import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import type { BrowserHarness } from './browser-harness.ts'
import type { Picture } from './pictures.ts'

/** As on a phone, in a mail program, and on a desk. */
const heights = { 390: 844, 600: 900, 1280: 900 }

/** Chromium takes no picture above 16,384 pixels. */
const tallest = 8000

/** Takes a picture into a folder; gives its size in bytes. A still needs no theatre. */
export async function take(
  browser: Browser,
  harness: BrowserHarness | null,
  picture: Picture,
  folder: string,
): Promise<number> {
  const { width, scheme = 'light', language = 'fr', height, isInReadme } = picture
  const context = await browser.newContext({
    viewport: { width, height: height ?? heights[width] },
    colorScheme: scheme,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    reducedMotion: 'reduce',
    deviceScaleFactor: isInReadme && width === 390 ? 2 : 1,
  })
  try {
    if (harness) await context.addCookies([{ name: 'lang', value: language, url: harness.origin }])
    const page = await context.newPage()
    if ('html' in picture) await page.setContent(picture.html)
    else if (harness) await picture.steps(page, harness)
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    const clip = { x: 0, y: 0, width, height: Math.min(height ?? whole, tallest) }
    const shot = await untilDrawn(() => page.screenshot({ fullPage: true, clip, caret: 'hide' }))
    // A page has few colours: a palette of them takes a third
    const image = await sharp(shot).png({ palette: true, quality: 95, effort: 10 }).toBuffer()
    await writeFile(join(folder, `${fileOf(picture)}.png`), image)
    return image.length
  } finally {
    await context.close()
  }
}

/** On a busy machine Chromium may have drawn nothing yet, and refuses. */
async function untilDrawn(shoot: () => Promise<Buffer>): Promise<Buffer> {
  for (let tries = 1; ; tries++) {
    try {
      return await shoot()
    } catch (error) {
      if (tries === 5 || !/Unable to capture screenshot/.test(String(error))) throw error
    }
  }
}

/** `form-390`, `form-1280-dark`, `form-390-en`. */
export function fileOf({ name, width, scheme = 'light', language = 'fr' }: Picture): string {
  return [name, width, ...(scheme === 'dark' ? [scheme] : []), ...(language === 'fr' ? [] : [language])].join('-')
}
