import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { upsertSettings } from '#shared/db/settings.ts'
import { faultsOf, openAxePage, openBrowser } from '#tests/support/axe.ts'
import { groupUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const options = ['bus', 'train', 'velo'].map((key) => ({ key, label: { fr: `En ${key}` } }))
const questions = [
  { key: 'venues', type: 'choices', label: { fr: 'On vient' }, options, hint: { fr: 'Cochez tout ce qui va.' } },
  { key: 'local', type: 'yes_no', label: { fr: 'Un local ?' } },
]

let world: World
let browser: Browser
beforeAll(async () => {
  ;[world, browser] = await Promise.all([startWorld({ round: '2026-12', towns: { Pau: ['Lou'] } }), openBrowser()])
  await upsertSettings(world.db, { questions }, world.now()).run()
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

test('boxes and yes or no shut nobody out, are kept in a draft, and are saved', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await openAxePage(context)
  const address = `${await world.linkOf('Lou')}/${groupUid('Pau')}/identity`
  await page.goto(address)
  expect(await faultsOf(page)).toEqual([])
  await page.getByLabel('En bus').check()
  await page.getByLabel('En velo').check()
  await page.getByLabel('Non', { exact: true }).check()
  await page.goto('about:blank')
  await page.goto(address)
  expect(await page.getByLabel('En bus').isChecked()).toBe(false)
  await page.getByRole('button', { name: 'Reprendre où j’en étais' }).click()
  for (const [label, isChecked] of [
    ['En bus', true],
    ['En train', false],
    ['En velo', true],
    ['Non', true],
  ] as const)
    expect(await page.getByLabel(label, { exact: true }).isChecked(), label).toBe(isChecked)
  await page.getByRole('button', { name: 'Enregistrer' }).first().click()
  await page.waitForURL(/\/group-pau(\?|$)/)
  const own = await world.db.prepare('SELECT own FROM local_group').first<string>('own')
  expect(JSON.parse(own ?? '')).toEqual({ venues: 'bus,velo', local: false })
  await context.close()
})
