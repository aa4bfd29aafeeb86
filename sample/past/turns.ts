import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { fold } from '#shared/record/fold.ts'
import { chance } from './chance.ts'
import type { PastRound } from './past-round.ts'

const people = [
  { name: 'Aïcha Ba', address: 'aicha.ba' },
  { name: 'Bruno Petit', address: 'bruno.petit' },
  { name: 'Carmen Ruiz', address: 'carmen.ruiz' },
  { name: 'Driss Amrani', address: 'driss.amrani' },
  { name: 'Elsa Blin', address: 'elsa.blin' },
  { name: 'Farah Haddad', address: 'farah.haddad' },
  { name: 'Gwen Le Bihan', address: 'gwen.lebihan' },
  { name: 'Hugo Roy', address: 'hugo.roy' },
]

const nextNumber = '1 + (SELECT coalesce(max(number), 0) FROM revision WHERE group_id = g.id)'

const named = people.map((person) => ({ ...person, key: fold(person.name) }))

/** Life goes on: a few groups pause or wake up, and here and there somebody new becomes referent. */
export function playTurns(db: D1Database, { round, index }: PastRound): D1PreparedStatement[] {
  const newState = `CASE g.state WHEN 'asleep' THEN 'active' WHEN 'starting' THEN 'active' ELSE 'asleep' END`
  const turns = `${chance('g.id', '?2', 26)} < CASE g.state WHEN 'active' THEN 0.006 WHEN 'asleep' THEN 0.05 ELSE 0.15 END`
  // A number that is given is one with a point to SQLite
  const person = `'past-person-' || g.id || '-' || CAST(?2 AS INTEGER)`
  const oneOf = (what: 'name' | 'key' | 'address') =>
    `json_extract('${JSON.stringify(named)}', '$[' || CAST(${named.length} * ${chance('g.id', '?2', 27)} AS INTEGER) || '].${what}')`
  const joins = `g.state = 'active' AND ${chance('g.id', '?2', 28)} < 0.02`
  return [
    db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, changes)
         SELECT g.id, ${nextNumber}, round.opened_at, 'coordinator',
           json_array(json_object('list', 'group', 'row', g.uid, 'field', 'state', 'before', g.state, 'after', ${newState}))
         FROM local_group g
         JOIN round ON round.key = ?1
         WHERE ${turns}`,
      )
      .bind(round.key, index),
    db
      .prepare(`UPDATE local_group AS g SET state = ${newState} WHERE ${turns} AND ?1 IS NOT NULL`)
      .bind(round.key, index),
    db
      .prepare(
        `INSERT INTO person (uid, email, name, name_key, created_at)
         SELECT ${person}, ${oneOf('address')} || '.' || CAST(g.id * 100 + ?2 AS INTEGER) || '@example.org', ${oneOf('name')}, ${oneOf('key')}, round.opened_at
         FROM local_group g
         JOIN round ON round.key = ?1
         WHERE ${joins}`,
      )
      .bind(round.key, index),
    db
      .prepare(
        `INSERT INTO referent (group_id, person_id, since_at)
         SELECT g.id, person.id, round.opened_at
         FROM local_group g
         JOIN round ON round.key = ?1
         JOIN person ON person.uid = ${person}
         WHERE ${joins}`,
      )
      .bind(round.key, index),
    db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, changes)
         SELECT g.id, ${nextNumber}, strftime('%Y-%m-%dT%H:%M:%fZ', round.opened_at, '+1 day'), 'coordinator',
           json_array(json_object('list', 'referents', 'row', person.uid, 'added', json_object('name', person.name, 'email', person.email)))
         FROM local_group g
         JOIN round ON round.key = ?1
         JOIN person ON person.uid = ${person}
         WHERE ${joins}`,
      )
      .bind(round.key, index),
  ]
}
