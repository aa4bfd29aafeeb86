import type { Page } from 'playwright-core'
import { groupUid } from './movement.ts'
import type { World } from './world.ts'

/** Reaches a state of a page as a person reaches it. */
export type FormState = (page: Page, world: World) => Promise<unknown>

export const pau = groupUid('Pau')
export const inGroup =
  (name: string, town: string, path = ''): FormState =>
  async (page, world) =>
    page.goto(`${await world.linkOf(name)}/${groupUid(town)}${path}`)
export const at =
  (path: string): FormState =>
  (page, world) =>
    page.goto(world.url + path)
/** Presses a button that leads to another page, and waits until it is there. */
export async function press(page: Page, name: string): Promise<void> {
  const arrived = page.waitForEvent('load')
  await page.getByRole('button', { name }).first().click()
  await arrived
}
