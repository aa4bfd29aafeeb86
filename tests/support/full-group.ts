import type { D1Database } from '@cloudflare/workers-types'
import { insertNews } from '#shared/db/news.ts'
import { insertWord } from '#shared/db/notes-of-referents.ts'
import { insertRevisions } from '#shared/db/revisions.ts'
import type { Change } from '#shared/domain/change.ts'
import { recordLimits } from '#shared/domain/record-limits.ts'
import { activities } from '#shared/record/sections/activities.ts'
import { referents } from '#shared/record/sections/referents.ts'
import { trainings } from '#shared/record/sections/trainings.ts'
import { groupUid, makeGroups, personUid } from './movement.ts'

/** How much there is of a group. */
export type Amounts = {
  referents: number
  activities: number
  trainings: number
  campaigns: number
  /** Writes to its record, and the new rows that each says it brought. */
  revisions: number
  added: number
}

/** As much as referents may make of a group. */
export const atTheLimits: Amounts = {
  referents: referents('FR').mostRows,
  activities: activities.mostRows,
  trainings: trainings.mostRows,
  campaigns: 60,
  revisions: 120,
  added: recordLimits.addedInSave,
}

/** As there may be from before there were limits, or from an import. */
export const beyondTheLimits: Amounts = {
  referents: 800,
  activities: 16_079,
  trainings: 4000,
  campaigns: 400,
  revisions: 60,
  added: 770,
}

const words = 'une très longue façon de dire à quoi cela ressemble quand personne ne se retient, « à l’épreuve »'
/** A text of so many characters, as long as its field takes. */
const text = (length: number, n: number) => `${n} ${words} `.repeat(Math.ceil(length / 50)).slice(0, length)

/** The name of a referent: the first is who holds the link. */
const nameOf = (n: number) => (n === 0 ? 'Lou' : `Personne ${n}`)

/** Makes a group of which every text is as long as its field takes, and of everything there is so much. */
export async function makeFullGroup(db: D1Database, town: string, amounts: Amounts, now: Date): Promise<void> {
  const group = groupUid(town)
  const names = Array.from({ length: amounts.referents }, (_, n) => nameOf(n))
  await makeGroups(db, { [town]: names }, now)
  const id = `(SELECT id FROM local_group WHERE uid = '${group}')`
  await db.batch([
    db
      .prepare('UPDATE local_group SET networks = ?1, note = ?2, website = ?3, founded_on = ?4 WHERE uid = ?5')
      .bind(text(600, 1), text(4000, 2), `https://example.org/${'a'.repeat(480)}`, '2011-05-06', group),
    db
      .prepare(
        `UPDATE person SET name = name || ' ' || ?1, phone = '+33612345678' WHERE id IN (SELECT person_id FROM referent WHERE group_id = ${id})`,
      )
      .bind(text(85, 3)),
    db.prepare(`UPDATE referent SET role = ?1 WHERE group_id = ${id}`).bind(text(60, 4)),
    ...fill(
      db,
      amounts.activities,
      (n) => [`${town}-activity-${n}`, text(140, n), dayOf(n), text(60, n)],
      `
      INSERT INTO activity (uid, group_id, title, held_on, kind, attendees)
      SELECT value ->> 0, ${id}, value ->> 1, value ->> 2, value ->> 3, 120 FROM json_each(?1)`,
    ),
    ...fill(
      db,
      amounts.trainings,
      (n) => [`${town}-training-${n}`, text(100, n), dayOf(n)],
      `
      INSERT INTO training (uid, group_id, theme, held_on, attendees)
      SELECT value ->> 0, ${id}, value ->> 1, value ->> 2, 120 FROM json_each(?1)`,
    ),
    ...fill(
      db,
      amounts.campaigns,
      (n) => [`${town}-campaign-${n}`, `${n} ${text(110, n)}`.slice(0, 120), dayOf(n)],
      `
      INSERT INTO campaign (uid, name, name_key, held_on, created_at)
      SELECT value ->> 0, value ->> 1, value ->> 0, value ->> 2, '2026-01-01T00:00:00Z' FROM json_each(?1)`,
    ),
    db.prepare(
      `INSERT INTO participation (group_id, campaign_id, role, people)
       SELECT ${id}, id, 'organises', 1200 FROM campaign WHERE uid LIKE '${town}-campaign-%'`,
    ),
    db.prepare(
      `INSERT INTO subscription (person_id, list, since_at)
       SELECT person_id, list, '2026-01-01T00:00:00Z' FROM referent JOIN (SELECT 'annonces' AS list UNION SELECT 'entraide') WHERE group_id = ${id}`,
    ),
  ])
  await writeRevisions(db, town, amounts, now)
  for (let n = 0; n < 10; n++)
    await insertWord(db, { group, person: personUid('Lou'), body: text(4000, n) }, new Date(now.getTime() - n)).run()
}

/** Revisions by the first two referents: new rows, their removal, and texts corrected over and over. */
async function writeRevisions(db: D1Database, town: string, { revisions, added }: Amounts, now: Date): Promise<void> {
  const group = groupUid(town)
  for (let number = 2; number < revisions + 2; number++) {
    const changes: Change[] = Array.from({ length: added }, (_, n) => ({
      list: 'activities',
      row: `${town}-activity-${n}`,
      ...(number % 2 === 0
        ? { added: { title: text(140, n), held_on: dayOf(n), kind: text(60, n), attendees: 120 } }
        : { field: 'title', before: text(140, n), after: text(139, n) }),
    }))
    changes.push({ list: 'group', row: group, field: 'networks', before: text(600, number), after: text(599, number) })
    const at = new Date(now.getTime() - (revisions + 2 - number) * 3_600_000)
    const person = personUid(nameOf(number % 2))
    await db.batch([
      insertRevisions(db, [{ group, number, author: 'referent', person, changes }], at),
      ...insertNews(db, { group, since: number, told: [{ kind: 'receipt', person }] }, at),
    ])
  }
}

function fill(db: D1Database, howMany: number, row: (n: number) => (string | number)[], sql: string) {
  const part = 1500
  return Array.from({ length: Math.ceil(howMany / part) }, (_, at) => {
    const rows = Array.from({ length: Math.min(part, howMany - at * part) }, (_, n) => row(at * part + n))
    return db.prepare(sql).bind(JSON.stringify(rows))
  })
}

const dayOf = (n: number) => new Date(Date.UTC(2026, 10, 30) - n * 86_400_000).toISOString().slice(0, 10)
