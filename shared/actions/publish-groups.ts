import type { D1Database, D1Result } from '@cloudflare/workers-types'
import { ask } from '#shared/db/ask.ts'
import type { ShownPerson } from '#shared/db/consents.ts'
import {
  beginLook,
  bumpVersion,
  publication,
  seenMarks,
  updateLook,
  updateOverview,
  updateSeen,
} from '#shared/db/publication.ts'
import { compareWithBefore, keepAsBefore } from '#shared/db/publication-comparison.ts'
import {
  type Candidate,
  findCandidates,
  type GroupToPublish,
  hideMissing,
  listCandidates,
  publishGroups,
} from '#shared/db/publish-candidates.ts'
import { writeShown } from '#shared/db/published-groups.ts'
import { touchedGroups } from '#shared/db/touched-groups.ts'
import { publicGroup } from '#shared/domain/public-group.ts'
import { factsOf, lookEvery } from '#shared/domain/publication.ts'
import type { Movement } from '#shared/movement.ts'
import { ownFieldName } from '#shared/record/own-fields.ts'

/** Groups that are looked at with one statement. */
const pageLength = 250

/** Groups that one transaction takes as what the next look is compared with. */
const keptAtOnce = 5000

export type Publishing = {
  db: D1Database
  movement: Movement
  now: Date
  /** How many groups a run looks at, at most; the next run goes on. */
  most: number
  /** Whether each row that is read is counted, as D1 does: then a run looks at what it must. */
  isMetered: boolean
}

/** What a run did. */
export type PublishFigures = { looked: number; changed: number }

/**
 * Publishes what everybody may know of the groups: those to which something happened at once, and from time to time each of them, since
 * what comes from elsewhere leaves no event. What was published before is kept beside it, and compared (`shared/db/publication-comparison.ts`).
 */
export async function publishPublicGroups(publishing: Publishing): Promise<PublishFigures> {
  const { db, now, most, isMetered } = publishing
  const { state, touched, marks } = await ask(db, {
    state: publication(db),
    marks: seenMarks(db),
    touched: touchedGroups(db, most),
  })
  // So much happened that every group is looked at, from the first one on
  const isMuch = touched.length > most
  const isDue =
    !state?.lookedAt ||
    isMuch ||
    state.lookedUntil > 0 ||
    now.getTime() - state.lookBeganAt.getTime() >= lookEvery(state.groups, isMetered)
  if (!isDue && touched.length === 0) return { looked: 0, changed: 0 }
  if (isMuch || !state) await db.batch([beginLook(db, now), updateSeen(db, marks)])
  const few = isMuch ? { looked: 0, changed: 0 } : await publishThese(publishing, touched)
  const swept = isDue ? await lookAtEvery(publishing, isMuch ? 0 : (state?.lookedUntil ?? 0), most - few.looked) : null
  const changed = few.changed + (swept?.changed ?? 0)
  const isWhole = swept ? swept.isWhole : true
  const results = await db.batch([
    ...(changed > 0 ? [bumpVersion(db, now)] : []),
    ...compareWithBefore(db, now),
    // What another run publishes meanwhile is not kept without having been compared
    ...(isWhole ? keepAsBefore(db, keptAtOnce) : []),
  ])
  if (isWhole) await keepLook(db, results)
  // Whoever is cut off before this looks again
  if (!isMuch) await updateSeen(db, marks).run()
  return { looked: few.looked + (swept?.looked ?? 0), changed }
}

/** Keeps what a look has found, in slices, of which the first is `kept`: all others wait for as long as one takes. */
async function keepLook(db: D1Database, kept: readonly D1Result[]): Promise<void> {
  await updateOverview(db).run()
  const isFull = (results: readonly D1Result[]) => results.some(({ meta }) => meta.changes === keptAtOnce)
  for (let last = kept; isFull(last); ) last = await db.batch(keepAsBefore(db, keptAtOnce))
}

async function publishThese({ db, movement, now }: Publishing, ids: readonly number[]): Promise<PublishFigures> {
  let changed = 0
  for (let start = 0; start < ids.length; start += pageLength) {
    const asked = findCandidates(db, movement.sections, ids.slice(start, start + pageLength))
    const { found } = await ask(db, { found: asked })
    const differing = differingFrom(found, movement)
    if (differing.length > 0) await db.batch(publishGroups(db, differing, now))
    changed += differing.length
  }
  return { looked: ids.length, changed }
}

/** Looks at groups from where the last run stopped. `isWhole` once the last of them has been looked at. */
async function lookAtEvery(
  { db, movement, now }: Publishing,
  from: number,
  most: number,
): Promise<PublishFigures & { isWhole: boolean }> {
  if (from === 0) await beginLook(db, now).run()
  let [after, looked, changed] = [from, 0, 0]
  while (looked < most) {
    const limit = Math.min(pageLength, most - looked)
    const { page } = await ask(db, { page: listCandidates(db, movement.sections, { after, limit }) })
    const isLast = page.length < limit
    const until = isLast ? null : (page.at(-1)?.id ?? null)
    const differing = differingFrom(page, movement)
    const results = await db.batch([
      hideMissing(db, { after, until }, now),
      ...publishGroups(db, differing, now),
      updateLook(db, until, now),
    ])
    looked += page.length
    changed += differing.length + (results[0]?.meta.changes ?? 0)
    if (until === null) return { looked, changed, isWhole: true }
    after = until
  }
  return { looked, changed, isWhole: false }
}

/** As `publishedPeople` has it. */
const toldOf = ({ id, name, email, phone, own }: ShownPerson) => [
  id,
  name,
  email,
  phone,
  Object.fromEntries(Object.entries(own).map(([field, value]) => [field.slice(ownFieldName('').length), value])),
]

/** What is not published as it is now. */
function differingFrom(candidates: readonly Candidate[], movement: Movement): GroupToPublish[] {
  return candidates.flatMap(({ id, uid, values, people, rows, campaigns, published }): GroupToPublish[] => {
    const group = values && publicGroup(uid, values, people, movement.sections, rows)
    if (!group) {
      const isShown = published !== null && (published.shown !== null || published.people !== '[]')
      return isShown ? [{ id, uid, shown: null, facts: null, people: [] }] : []
    }
    const shown = writeShown(group)
    const facts = JSON.stringify(factsOf(group, campaigns, movement.sections.ours.group.fields))
    const byRow = [...group.people].sort((a, b) => a.id - b.id)
    const told = JSON.stringify(byRow.map(toldOf))
    const isSame = published?.shown === shown && published.facts === facts && published.people === told
    return isSame ? [] : [{ id, uid, shown, facts, people: byRow }]
  })
}
