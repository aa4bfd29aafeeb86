import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { textOf } from '#tests/support/browser.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { importTexts } from '#tests/support/importing.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { readStates } from '#tests/support/outbox.ts'

const start = new Date('2026-12-03T09:00:00Z')
const move = `/desk/people/${personUid('Lou')}/move/${groupUid('Pau')}`

let db: D1Database
let close: () => Promise<void>
let pages: DeskPages
let session: string
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Kim'], Sète: ['Lou'] }, start)
  await db.prepare(`UPDATE referent SET role = 'trésorière' WHERE person_id = 1`).run()
  pages = new DeskPages(db, start)
  session = await pages.signIn()
})

const memberships = async () => {
  const { results } = await db
    .prepare(
      `SELECT g.town || ' ' || person.name || coalesce(' ' || role, '') AS membership
       FROM referent JOIN person ON person.id = person_id JOIN local_group g ON g.id = group_id
       WHERE until_at IS NULL ORDER BY 1`,
    )
    .all<{ membership: string }>()
  return results.map(({ membership }) => membership)
}

test('somebody in the wrong group is moved, in the same role, and both groups are told', async () => {
  const { page } = await pages.look(`${move}?text=dax`, session)
  expect(textOf(page)).toContain('Archipel Dax')
  pages.trips = 0
  const moved = await pages.send(page, move, { to: groupUid('Dax') }, session)
  expect([moved.to, pages.trips]).toEqual([`/desk/people/${personUid('Lou')}?done=moved`, 2])
  expect(await memberships()).toEqual(['Dax Kim', 'Dax Lou trésorière', 'Pau Sam', 'Sète Lou trésorière'])
  expect(await readStates(db)).toEqual(['Kim: news pending', 'Lou: news pending', 'Sam: news pending'])
})

test('is not put back by a sheet of before', async () => {
  await pages.act(`${move}?text=dax`, { to: groupUid('Dax') }, session)
  await importTexts(db, [`Groupe;Référent·e 1;Mail réf 1\nArchipel Pau;Lou;${addressOf('Lou')}`])
  expect(await memberships()).not.toContain('Pau Lou trésorière')
})

test('who is a referent there already leaves the other group only', async () => {
  await pages.act(`${move}?text=sete`, { to: groupUid('Sète') }, session)
  expect(await memberships()).toEqual(['Dax Kim', 'Pau Sam', 'Sète Lou trésorière'])
})

test('nobody is moved out of a group that would have nobody left, nor to a group that is none', async () => {
  const kim = `/desk/people/${personUid('Kim')}/move/${groupUid('Dax')}`
  const alone = await pages.act(`${kim}?text=pau`, { to: groupUid('Pau') }, session)
  expect([alone.status, textOf(alone.page)]).toEqual([409, expect.stringContaining('Il ne resterait personne')])
  for (const to of ['', 'group-nowhere', groupUid('Dax')])
    expect((await pages.act(`${kim}?text=pau`, { to }, session)).status).toBe(422)
  expect(await memberships()).toContain('Dax Kim')
})

test.each([
  [move, `/desk/people/${personUid('Lou')}`],
  [`/desk/people/${personUid('Lou')}/merge`, `/desk/people/${personUid('Lou')}`],
  [`/desk/groups/${groupUid('Pau')}/merge`, `/desk/groups/${groupUid('Pau')}`],
])('whoever comes to %s by mistake finds the way back', async (path, back) => {
  const { page } = await pages.look(path, session)
  expect(page.html).toContain(`<a class="plain" href="${back}">`)
})
