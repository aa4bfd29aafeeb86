import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { formStates, makeCampaigns, stateTowns } from '#tests/support/form-states.ts'
import { startWorld } from '#tests/support/world.ts'

/** A phone and a desk. */
const looks = [
  { suffix: '390', colorScheme: 'light', size: { width: 390, height: 844 } },
  { suffix: '390-dark', colorScheme: 'dark', size: { width: 390, height: 844 } },
  { suffix: '1280', colorScheme: 'light', size: { width: 1280, height: 900 } },
  { suffix: '1280-dark', colorScheme: 'dark', size: { width: 1280, height: 900 } },
] as const

/** The names of the states of the form that the tests try, as pictures: `state-conflict`. */
export const stateNames = Object.keys(formStates).map((name) => `state-${name}`)

/** Takes each of these states as a phone and a desk show it, in light and dark. */
export async function takeStates(browser: Browser, names: readonly string[], folder: string): Promise<void> {
  const world = await startWorld({ round: '2026-12', towns: stateTowns })
  try {
    await makeCampaigns(world)
    const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' })
    for (const [name, reach] of Object.entries(formStates)) {
      if (!names.includes(`state-${name}`)) continue
      const page = await context.newPage()
      await reach(page, world)
      await page.locator('h1').waitFor()
      for (const { suffix, colorScheme, size } of looks) {
        await page.setViewportSize(size)
        await page.emulateMedia({ colorScheme })
        const path = join(folder, `state-${name}-${suffix}.png`)
        await page.screenshot({ path, fullPage: true, caret: 'hide' })
      }
      await page.close()
    }
  } finally {
    await world.stop()
  }
}
