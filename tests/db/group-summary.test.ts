import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { upsertChecks } from '#shared/db/answers.ts'
import { endMemberships, upsertPeople } from '#shared/db/people.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { answer, suppress } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'

const now = new Date('2026-12-01T08:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

const { names } = movement.sections
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await db.batch(['round', 'local_group', 'person', 'suppression'].map((table) => db.prepare(`DELETE FROM ${table}`)))
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Lou'], Sète: [] }, now)
})

const status = (town: string) =>
  db
    .prepare(
      `SELECT referents, reachable, last_round AS round, last_answer_at AS at, checked_at AS checked
       FROM group_summary
       JOIN group_check USING (group_id)
       WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1)`,
    )
    .bind(groupUid(town))
    .first()

describe('how a group stands', () => {
  test('counts its referents, those who leave and those who come back', async () => {
    expect(await status('Pau')).toMatchObject({ referents: 2, reachable: 2 })
    expect(await status('Sète')).toMatchObject({ referents: 0, reachable: 0 })
    await endMemberships(db, [{ group: groupUid('Pau'), uid: personUid('Sam') }], now).run()
    expect(await status('Pau')).toMatchObject({ referents: 1, reachable: 1 })
    await db.prepare('DELETE FROM person WHERE uid = ?1').bind(personUid('Lou')).run()
    expect(await status('Pau')).toMatchObject({ referents: 0, reachable: 0 })
    expect(await status('Dax')).toMatchObject({ referents: 0, reachable: 0 })
  })

  test('does not count an address that must not get mail, until it is corrected or opened again', async () => {
    await suppress(db, addressOf('Lou'), 'hard_bounce', now)
    expect(await status('Pau')).toMatchObject({ referents: 2, reachable: 1 })
    expect(await status('Dax')).toMatchObject({ referents: 1, reachable: 0 })
    const corrected = { uid: personUid('Lou'), email: 'lou.right@example.org', name: 'Lou', phone: null }
    await upsertPeople(db, [corrected], now).run()
    expect(await status('Dax')).toMatchObject({ referents: 1, reachable: 1 })
    await upsertPeople(db, [{ ...corrected, email: addressOf('Lou') }], now).run()
    expect(await status('Dax')).toMatchObject({ reachable: 0 })
    await db.prepare('DELETE FROM suppression').run()
    expect(await status('Dax')).toMatchObject({ reachable: 1 })
  })

  test('knows its last answer, also when whoever gave it is erased', async () => {
    await makeStep(db, '2026-11', 'invitation', now)
    await makeStep(db, '2026-12', 'invitation', now)
    await answer(db, { round: '2026-12', town: 'Pau', by: 'Lou' }, later(1))
    await answer(db, { round: '2026-11', town: 'Pau', by: 'Sam' }, later(2))
    expect(await status('Pau')).toMatchObject({ round: '2026-12', at: later(2).toISOString() })
    await db.prepare('DELETE FROM person WHERE uid = ?1').bind(personUid('Lou')).run()
    expect(await status('Pau')).toMatchObject({ round: '2026-12', at: later(2).toISOString() })
  })

  test('takes “this is not my group” for no answer, also when it corrects one', async () => {
    await makeStep(db, '2026-12', 'invitation', now)
    await answer(db, { round: '2026-12', town: 'Dax', by: 'Lou', kind: 'not_my_group' }, later(1))
    expect(await status('Dax')).toMatchObject({ round: null, at: null })
    await answer(db, { round: '2026-12', town: 'Pau', by: 'Lou' }, later(1))
    await db.prepare(`UPDATE answer SET kind = 'not_my_group'`).run()
    expect(await status('Pau')).toMatchObject({ round: null, at: null })
  })

  test('is as old as the oldest of the sections that every movement asks', async () => {
    const asked = names.filter((section) => section !== 'lists')
    await upsertChecks(db, groupUid('Pau'), personUid('Lou'), asked.slice(1), later(1)).run()
    expect(await status('Pau')).toMatchObject({ checked: null })
    await upsertChecks(db, groupUid('Pau'), personUid('Lou'), asked.slice(0, 1), later(2)).run()
    expect(await status('Pau')).toMatchObject({ checked: later(1).toISOString() })
  })

  test('is as old as its oldest section, and never checked while one never was', async () => {
    const [first, ...others] = names
    const check = (sections: typeof names, at: Date) =>
      upsertChecks(db, groupUid('Pau'), personUid('Lou'), sections, at).run()
    await check(others, later(5))
    expect(await status('Pau')).toMatchObject({ checked: null })
    if (first) await check([first], later(3))
    expect(await status('Pau')).toMatchObject({ checked: later(3).toISOString() })
    await check(names, later(9))
    expect(await status('Pau')).toMatchObject({ checked: later(9).toISOString() })
  })
})
