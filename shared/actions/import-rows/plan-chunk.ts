import type { D1Database } from '@cloudflare/workers-types'
import { findDeparted } from '#shared/db/departed-people.ts'
import { type KnownGroup, listKnownGroups } from '#shared/db/known-groups.ts'
import { listPeople, listWholeAddresses } from '#shared/db/people.ts'
import { townKey } from '#shared/domain/place.ts'
import { fold } from '#shared/record/fold.ts'
import { countryOfGroup } from '#shared/sheet/country-of-group.ts'
import type { Target } from '#shared/sheet/group-index.ts'
import { differenceOf, noMarks } from '#shared/sheet/group-marks.ts'
import type { GroupPlan, RowReading } from '#shared/sheet/group-plan.ts'
import { planGroups, readTarget } from '#shared/sheet/plan-group.ts'
import { contactOf } from '#shared/sheet/plan-referents.ts'
import { meetPeople, type PeopleBook } from '#shared/sheet/world.ts'
import type { ImportContext } from './import-context.ts'

/** What becomes of some groups, and the addresses that their rows state of referents. */
export type PlannedChunk = { plans: GroupPlan[]; addresses: readonly string[] }

/** Plans some groups from what the database says of them now, in two reads. */
export async function planChunk(
  importContext: ImportContext,
  targets: readonly Target[],
  people: PeopleBook,
): Promise<PlannedChunk> {
  const { db, movement, newUid, places, campaigns } = importContext
  const { sections } = movement
  const known = await listKnownGroups(db, sections, {
    uids: targets.flatMap(({ uid }) => uid ?? []),
    names: targets.flatMap(({ uid, name }) => (uid === null ? [name] : [])),
  })
  const byUid = new Map(known.map((group) => [group.record.group[0]?.uid, group]))
  const byName = Map.groupBy(known, (group) => fold(group.record.group[0]?.name ?? ''))
  const met = targets.map((target) => {
    const known =
      (target.uid === null ? sameGroup(byName.get(fold(target.name)), target) : byUid.get(target.uid)) ?? null
    return { known, country: target.country, within: countryOfGroup(target.entries, known, importContext.countries) }
  })
  const read = targets.map((target, index) => readTarget(target, met[index]?.within))
  const whole = await wholeAddresses(db, read)
  const subjects = met.map((one, index) => ({
    ...one,
    readings: (read[index] ?? []).map((row) => withWholeAddresses(row, whole)),
  }))
  const addresses = new Set(
    subjects.flatMap(({ readings }) =>
      readings.flatMap(({ reading }) =>
        reading.referents.flatMap(({ given }) => (typeof given.email === 'string' ? [given.email] : [])),
      ),
    ),
  )
  const contacts = subjects.flatMap(({ readings }) =>
    readings.flatMap(({ reading }) => reading.referents.map(({ given }) => contactOf(given))),
  )
  const departed = await findDeparted(db, [...new Set(contacts)])
  meetPeople(people, addresses.size > 0 ? await listPeople(db, [...addresses]) : [])
  const plans = planGroups(subjects, {
    sections,
    gazetteer: places.gazetteer,
    stated: places.stated,
    campaigns: campaigns.byName,
    people,
    newUid,
    isDeparted: (contact, group) => {
      const from = departed.get(contact)
      return from !== undefined && (from.has(null) || from.has(group?.record.group[0]?.uid ?? ''))
    },
    languages: movement.languages,
  })
  return { plans, addresses: statedAddresses(read) }
}

/** The group that a new one is, where somebody made it meanwhile: of its name, in its town, and differing in nothing. */
function sameGroup(known: readonly KnownGroup[] = [], { town, marks }: Target): KnownGroup | undefined {
  return known.slice(0, 50).find(({ record }) => {
    const [group] = record.group
    if (!group || townKey(group.town ?? '') !== townKey(town ?? '')) return false
    const { department, region, latitude, longitude } = group
    const its = {
      ...noMarks,
      town: group.town,
      postcode: group.postcode,
      department,
      region: marks.region === null ? null : region,
      latitude,
      longitude,
    }
    return differenceOf(its, marks) === null
  })
}

/** The addresses that rows state of referents. */
function statedAddresses(read: readonly (readonly RowReading[])[]): string[] {
  const stated = read.flat().flatMap(({ reading }) => reading.referents.map(({ given }) => given.email))
  return [...new Set(stated.filter((email) => typeof email === 'string'))]
}

/** For addresses that somebody had before they became part of another person, those that are written to. */
async function wholeAddresses(db: D1Database, read: readonly (readonly RowReading[])[]): Promise<Map<string, string>> {
  const emails = statedAddresses(read)
  return emails.length > 0 ? listWholeAddresses(db, emails) : new Map()
}

function withWholeAddresses(row: RowReading, whole: ReadonlyMap<string, string>): RowReading {
  if (whole.size === 0) return row
  const referents = row.reading.referents.map((one) => {
    const email = typeof one.given.email === 'string' ? whole.get(one.given.email) : undefined
    return email === undefined ? one : { ...one, given: { ...one.given, email } }
  })
  return { ...row, reading: { ...row.reading, referents } }
}
