import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { erasePerson } from '#shared/actions/erase-person.ts'
import { insertSignIn } from '#shared/db/outbox.ts'
import { mailKinds } from '#shared/domain/mail.ts'
import { movementOf } from '#shared/movement.ts'
import { textOf } from '#tests/support/browser.ts'
import { openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { sendWaitedFor } from '#tests/support/send-now.ts'

const now = new Date('2026-12-03T09:00:00Z')
const camille = 'camille@archipel.example.org'
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

describe('a mail that a coordinator sends themselves', () => {
  const mails = `/desk/groups/${groupUid('Pau')}/mails`
  const inOutbox = async () =>
    (await db.prepare('SELECT kind, address, is_test, state FROM mail ORDER BY id').all<Record<string, unknown>>())
      .results
  let pages: DeskPages
  let session: string
  const sendMe = (kind: string) => pages.act(mails, { kind }, session)
  beforeEach(async () => {
    await db.prepare('DELETE FROM mail').run()
    pages = new DeskPages(db, now)
    session = await pages.signIn()
  })

  test.each(mailKinds)('%s goes to them only, says that it is a test, and its links open nothing', async (kind) => {
    const { page } = await pages.look(mails, session)
    pages.trips = 0
    const sent = await pages.send(page, mails, { kind }, session)
    expect([sent.to, pages.trips]).toEqual([`${mails}?kind=${kind}&done=test_sent#test`, 2])
    expect(await inOutbox()).toEqual([{ kind, address: camille, is_test: 1, state: 'pending' }])
    const left = await sendWaitedFor(db, now)
    expect(left.map(({ to, subject }) => [to.address, subject.startsWith('[Test] ')])).toEqual([[camille, true]])
    const [message] = left
    const links = [...`${message?.html} ${message?.text}`.matchAll(/http:\/\/localhost([^\s"<]*)/g)].map(
      ([, path]) => path,
    )
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((path) => !path?.startsWith('/test/') && path !== '/privacy')).toEqual([])
    expect(Object.keys(message?.headers ?? {})).not.toContain('List-Unsubscribe')
    const kept = 'SELECT (SELECT count(*) FROM link) + (SELECT count(*) FROM test_mail) AS kept'
    expect(await db.prepare(kept).first('kept')).toBe(0)
    const opened = await pages.look(links.find((path) => path !== '/privacy') ?? '')
    expect([opened.status, textOf(opened.page)]).toEqual([200, expect.stringContaining('C’était un test')])
  })

  test('it counts nowhere: not among what waits, nor as a sign-in link that was asked for', async () => {
    for (let sent = 0; sent < 8; sent++) await sendMe('sign_in')
    expect(textOf((await pages.look('/desk/mails', session)).page)).toContain('Rien n’attend')
    await insertSignIn(db, { address: camille, isCoordinator: true, isKnown: false, browserHash: 'hash' }, now).run()
    expect((await inOutbox()).filter(({ is_test }) => is_test === 0)).toHaveLength(1)
  })

  test('more than thirty in an hour are refused in words, and so is one while mails are paused', async () => {
    for (let sent = 0; sent < 30; sent++) await sendMe('invitation')
    const tooMany = await sendMe('invitation')
    expect([tooMany.status, textOf(tooMany.page)]).toEqual([429, expect.stringContaining('Trop de tests')])
    expect(await inOutbox()).toHaveLength(30)
    await pages.act('/desk/mails', { do: 'pause' }, session)
    const paused = await sendMe('invitation')
    await pages.act('/desk/mails', { do: 'resume' }, session)
    expect([paused.status, textOf(paused.page)]).toEqual([409, expect.stringContaining('en pause')])
    expect(await inOutbox()).toHaveLength(30)
  })

  test('whoever is erased meanwhile is in none that has not left yet', async () => {
    await sendMe('invitation')
    await erasePerson({ db, movement: movementOf(sample), actor: { kind: 'system' }, now }, personUid('Lou'))
    expect(await sendWaitedFor(db, now)).toEqual([])
  })
})
