import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '#tests/support/browser.ts'
import { openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'

const now = new Date('2026-12-03T09:00:00Z')
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await makeGroups(db, { Pau: ['Lou'] }, now)
})
afterAll(() => close())

test('a mail is seen as it would leave in two trips, and so is one of which a sentence is tried', async () => {
  const pages = new DeskPages(db, now)
  const session = await pages.signIn()
  const mail = await pages.look(`/desk/groups/${groupUid('Pau')}/mail`, session)
  expect([mail.status, pages.trips <= 2]).toEqual([200, true])
  const path = '/desk/settings/sentences/invitation'
  const { page } = await pages.look(path, session)
  pages.trips = 0
  const tried = await pages.send(page, path, { title: 'Quoi de neuf chez vous ?', do: 'try' }, session)
  expect(textOf(tried.page)).toMatch(/Le mail, en texte.*Quoi de neuf chez vous \?/s)
  expect(pages.trips).toBe(2)
})
