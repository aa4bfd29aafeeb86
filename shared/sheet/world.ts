import type { Change } from '#shared/domain/change.ts'
import type { Gazetteer, Place } from '#shared/domain/place.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Campaigns } from './assign-rows.ts'
import type { SheetRow } from './delimited.ts'
import type { GroupOfSheet } from './group-plan.ts'
import type { Given } from './read-row.ts'

/** `language`: what they chose, or a sheet said; not there where nobody asked. */
export type SheetPerson = {
  uid: string
  email: string | null
  name: string
  phone: string | null
  language?: string | null
}

/** People as an import goes through its sheets, some groups at a time. One person is the same in every group. */
export type PeopleBook = {
  /** What the sheets said of somebody so far, by address: the first word on each thing stands. */
  said: Map<string, Given>
  /** Those whom earlier groups of this import changed, by uid: the database may not know it yet. */
  settled: Map<string, SheetPerson>
  /** People whom the groups at hand name, by address. */
  known: Map<string, SheetPerson>
  /** Those whom the groups at hand change, by uid, as they become. */
  changed: Map<string, SheetPerson>
  /** The same as they were; who is not here is new. */
  before: Map<string, SheetPerson>
  /** The rows that make groups, by the name and place that no other group may have. */
  made: Map<string, SheetRow>
}

/** What a plan needs to know beyond the groups themselves. */
export type World = {
  sections: Sections
  gazetteer: Gazetteer
  /** Places that a sheet of this import states: they win over what we knew. */
  stated: ReadonlySet<Place>
  campaigns: Campaigns
  people: PeopleBook
  newUid: () => string
  /** Whether somebody (by their address, or number) left this group, or was erased: no sheet puts them back. */
  isDeparted?: (contact: string, group: GroupOfSheet | null) => boolean
  /** What the movement writes in. */
  languages: readonly string[]
}

export function peopleBook(): PeopleBook {
  return {
    said: new Map(),
    settled: new Map(),
    known: new Map(),
    changed: new Map(),
    before: new Map(),
    made: new Map(),
  }
}

/** Begins with other groups: those who have these addresses are known. */
export function meetPeople(book: PeopleBook, people: readonly SheetPerson[]): void {
  book.changed.clear()
  book.before.clear()
  book.known.clear()
  for (const person of people.map((known) => book.settled.get(known.uid) ?? known)) meet(book, person)
}

/** What the groups at hand changed is to be held true, though the database does not say it. */
export function settlePeople(book: PeopleBook): void {
  for (const [uid, person] of book.changed) book.settled.set(uid, person)
}

/** Notes what the sheets make of somebody; `was` is null for somebody new. */
export function changePerson(book: PeopleBook, was: SheetPerson | null, person: SheetPerson): void {
  if (was && !book.changed.has(person.uid)) book.before.set(person.uid, was)
  book.changed.set(person.uid, person)
  meet(book, person)
}

/** Whoever has no address is known by their group only. */
function meet(book: PeopleBook, person: SheetPerson): void {
  if (person.email !== null) book.known.set(person.email, person)
}

/** What the groups at hand change in people whom we knew: their other groups hear of it. */
export function changesOfPeople(book: PeopleBook): Change[] {
  return Array.from(book.before, ([row, was]) =>
    personFields
      .filter((field) => was[field] !== book.changed.get(row)?.[field])
      .map((field): Change => {
        const after = book.changed.get(row)?.[field] ?? null
        return { list: 'referents', row, field, before: was[field], after }
      }),
  ).flat()
}

const personFields = ['name', 'email', 'phone'] as const

/** A record with its people as `changed` has them. */
export function withPeople(record: GroupRecord, changed: ReadonlyMap<string, SheetPerson>): GroupRecord {
  if (record.referents.every((row) => !changed.has(row.uid))) return record
  return { ...record, referents: record.referents.map((row) => ({ ...row, ...changed.get(row.uid) })) }
}
