import type { Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { formStates } from '#tests/support/form-states.ts'
import { expectOpenToAll, startLooking } from '#tests/support/open-to-all.ts'
import type { World } from '#tests/support/world.ts'

// RGAA 4.1 and WCAG 2.2 AA, on every state of every page of the form.
let world: World
let page: Page
let stop: (() => Promise<void>) | undefined
beforeAll(async () => {
  ;({ world, page, stop } = await startLooking())
})
afterAll(() => stop?.())

test.each(Object.entries(formStates))('%s: nobody is shut out', (_, reach) => expectOpenToAll(page, world, reach))
