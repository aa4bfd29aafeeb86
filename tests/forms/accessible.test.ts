import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { openAxePage, openBrowser } from '#tests/support/axe.ts'
import { formStates, makeCampaigns, stateTowns } from '#tests/support/form-states.ts'
import { expectOpenToAll, lengthen } from '#tests/support/open-to-all.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// RGAA 4.1 and WCAG 2.2 AA, on every state of every page of the form.
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

test.each(Object.entries(formStates))('%s: nobody is shut out', (_, reach) => expectOpenToAll(page, world, reach))
