import { type CurrentReferent, insertNewLinks } from '#shared/db/bulk-acts.ts'
import { conflictOf } from '#shared/db/conflict.ts'
import type { GroupToEdit } from '#shared/db/edited-groups.ts'
import { insertGroupEvents, insertPersonEvents, insertWholeEvent } from '#shared/db/events.ts'
import { insertSecondAsks } from '#shared/db/invitations-again.ts'
import { insertNews } from '#shared/db/news.ts'
import { updateLanguages } from '#shared/db/people.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import type { ActionName } from '#shared/domain/event.ts'
import { emptyRecord } from '#shared/record/record.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import type { Language } from '#shared/text/language.ts'
import type { Acting } from './acting.ts'
import { groupStatements } from './write-record/record-statements.ts'

/** `event`: the id of the event of the whole, by which it can be taken back; null where nothing was to be done. `parts`: how many groups or people it was done to. */
export type BulkResult = { result: 'done'; event: number | null; parts: number } | { result: 'overtaken' }

const nothing: BulkResult = { result: 'done', event: null, parts: 0 }

/**
 * Says of several groups that they are active, starting, asleep or closed: a revision and an event each, and one event for the whole. `to` null: `before` puts
 * each back to a state of its own. Those that are so already are left. One trip.
 */
export async function changeStates(
  acting: Acting,
  groups: readonly GroupToEdit[],
  to: GroupState | null,
  before: ReadonlyMap<string, GroupState> = new Map(),
): Promise<BulkResult> {
  const { db, movement, actor, now, isQuiet } = acting
  if (actor.kind !== 'coordinator') throw new Error('only the team acts on several groups at once')
  const writes = groups.flatMap(({ uid, number, row, referents }) => {
    const state = before.get(uid) ?? to
    if (state === null || row.state === state) return []
    const empty = emptyRecord(movement.sections)
    const shown = { ...empty, group: [row] } as typeof empty
    const record = { ...empty, group: [{ ...row, state }] } as typeof empty
    return [{ group: uid, number, record, changes: diffRecords(shown, record), referents, was: row.state, state }]
  })
  if (writes.length === 0) return nothing
  const events = writes.map(({ group, number, was, state }) => ({
    action: actionOf(was, state),
    group,
    revision: number + 1,
    details: { section: 'identity', before: String(was) },
  }))
  const told = writes.map(({ group, number, referents }) => ({
    group,
    since: number + 1,
    told: referents.map((person) => ({ kind: 'news' as const, person })),
  }))
  return land(acting, { action: 'change_states', to: to ?? '', parts: writes.length }, [
    ...groupStatements(acting, writes),
    ...(isQuiet ? [] : insertNews(db, told, now)),
    insertGroupEvents(db, actor, events, now),
  ])
}

function actionOf(was: unknown, state: GroupState): ActionName {
  if (state === 'closed') return 'close_group'
  return was === 'closed' ? 'reopen_group' : 'update_section'
}

/** Keeps a language with several people, or with each their own of `before`: an event each, and one for the whole. One trip. */
export async function changeLanguages(
  acting: Acting,
  people: readonly CurrentReferent[],
  to: Language | null,
  before: ReadonlyMap<string, Language | null> = new Map(),
): Promise<BulkResult> {
  const { db, actor, now } = acting
  if (actor.kind !== 'coordinator') throw new Error('only the team acts on several groups at once')
  const languageOf = (uid: string) => (before.has(uid) ? (before.get(uid) ?? null) : to)
  const changed = people.filter(({ uid, language }) => language !== languageOf(uid))
  if (changed.length === 0) return nothing
  const events = changed.map(({ uid, language }) => ({
    action: 'choose_language' as const,
    person: uid,
    details: { language: languageOf(uid) ?? '', ...(language === null ? {} : { before: language }) },
  }))
  return land(acting, { action: 'change_languages', to: to ?? '', parts: changed.length }, [
    updateLanguages(
      db,
      changed.map(({ uid }) => ({ uid, language: languageOf(uid) })),
    ),
    insertPersonEvents(db, actor, events, now),
  ])
}

/** Sends several people their links again, as far as they have an address; nobody who has had several in this hour. An event each, and one for the whole. One trip. */
export async function sendLinks(acting: Acting, people: readonly CurrentReferent[]): Promise<BulkResult> {
  const { db, actor, now } = acting
  if (actor.kind !== 'coordinator') throw new Error('only the team acts on several groups at once')
  const reached = people.filter(({ email }) => email !== null)
  if (reached.length === 0) return nothing
  const events = reached.map(({ uid }) => ({ action: 'send_link' as const, person: uid }))
  return land(acting, { action: 'send_links', to: '', parts: reached.length }, [
    insertNewLinks(
      db,
      reached.flatMap(({ email }) => email ?? []),
      now,
    ),
    insertPersonEvents(db, actor, events, now),
  ])
}

/** Asks once more whom groups named and who have not said yes (ids), as far as they may be asked now. One trip. */
export async function inviteAgain({ db, actor, now }: Acting, invitations: readonly number[]): Promise<BulkResult> {
  if (actor.kind !== 'coordinator') throw new Error('only the team acts on several groups at once')
  if (invitations.length === 0) return nothing
  const results = await db.batch<{ id: number; parts: number }>(insertSecondAsks(db, invitations, actor.email, now))
  const whole = results[1]?.results[0]
  return whole ? { result: 'done', event: whole.id, parts: whole.parts } : nothing
}

type Whole = { action: 'change_states' | 'change_languages' | 'send_links'; to: string; parts: number }

async function land(
  { db, actor, now }: Acting,
  { action, to, parts }: Whole,
  statements: Parameters<Acting['db']['batch']>[0],
): Promise<BulkResult> {
  try {
    const whole = insertWholeEvent(db, actor, { action, details: { to, parts } }, now)
    const results = await db.batch<{ id: number }>([...statements, whole])
    return { result: 'done', event: results.at(-1)?.results[0]?.id ?? null, parts }
  } catch (error) {
    if (conflictOf(error) === 'overtaken') return { result: 'overtaken' }
    throw error
  }
}
