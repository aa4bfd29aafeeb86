import { findDeparted } from '#shared/db/departed-people.ts'
import { type KnownGroup, listKnownGroups } from '#shared/db/known-groups.ts'
import { listPeople } from '#shared/db/people.ts'
import { townKey } from '#shared/domain/place.ts'
import { plain } from '#shared/record/plain.ts'
import type { Target } from '#shared/sheet/group-index.ts'
import { differenceOf, noMarks } from '#shared/sheet/group-marks.ts'
import type { GroupPlan } from '#shared/sheet/group-plan.ts'
import { planGroups, readTarget } from '#shared/sheet/plan-group.ts'
import { contactOf } from '#shared/sheet/plan-referents.ts'
import { meetPeople, type PeopleBook } from '#shared/sheet/world.ts'
import type { Ground } from './ground.ts'

/** Plans some groups from what the database says of them now, in two reads. */
export async function planChunk(ground: Ground, targets: readonly Target[], people: PeopleBook): Promise<GroupPlan[]> {
  const { db, movement, newUid, places, campaigns } = ground
  const { sections } = movement
  const known = await listKnownGroups(db, sections, {
    uids: targets.flatMap(({ uid }) => uid ?? []),
    names: targets.flatMap(({ uid, name }) => (uid === null ? [name] : [])),
  })
  const byUid = new Map(known.map((group) => [group.record.group[0]?.uid, group]))
  const byName = Map.groupBy(known, (group) => plain(group.record.group[0]?.name ?? ''))
  const subjects = targets.map((target) => ({
    known: (target.uid === null ? sameGroup(byName.get(plain(target.name)), target) : byUid.get(target.uid)) ?? null,
    country: target.country,
    readings: readTarget(target),
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
  return planGroups(subjects, {
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
      department,
      region: marks.region === null ? null : region,
      latitude,
      longitude,
    }
    return differenceOf(its, marks) === null
  })
}

/** The addresses that sheets state of some groups' referents. */
export function statedAddresses(targets: readonly Target[]): string[] {
  const given = targets.flatMap((target) => readTarget(target).flatMap(({ reading }) => reading.referents))
  return [...new Set(given.map(({ given: { email } }) => email).filter((email) => typeof email === 'string'))]
}
