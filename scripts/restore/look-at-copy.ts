import type { D1Database } from '@cloudflare/workers-types'
import { addedTriggers } from '#scripts/local/schema-parts.ts'
import { Stop } from '#scripts/run.ts'
import { showInstant } from '#scripts/text/show-instant.ts'
import { words } from '#scripts/text/text.ts'
import { secretMark } from '#shared/actions/revoke-links.ts'
import { ask } from '#shared/db/ask.ts'
import { countCounterFaults } from '#shared/db/counters.ts'
import { listWaiting } from '#shared/db/owed-list.ts'
import { readSenderState } from '#shared/db/rounds.ts'
import { findSecretMark } from '#shared/db/secret-mark.ts'
import { readMovement } from '#shared/db/settings.ts'
import { countContent, findDamage, findLooseRow, latestInstant } from '#shared/db/soundness.ts'
import { comingSteps } from '#shared/domain/sequence.ts'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'

type Copy = { source: string; fixed: SomeSettings; secret: string | null; endedAt: Date | null; now: Date }

export type CopyContents = {
  groups: number
  people: number
  /** Rows of what triggers keep counted that are not what counting finds. */
  wrongCounts: number
  /** When the last thing happened in it. */
  latest: string | null
  /** Mails that it would send at once. */
  waiting: number
  /** The step of a round that it does not know of yet, and that was due meanwhile. */
  step: string | null
  /** Links that have left open, as far as the copy knows them. */
  linksOpen: boolean
  /** Triggers that another program has put into it. */
  strangers: string[]
  /** When all links were ended, after the copy was made; null when they were not. */
  ended: string | null
  acting: { movement: Movement; actor: { kind: 'system' }; now: Date }
}

/** What a copy holds, migrated, and what it would do once it is in place. @throws Stop when it is damaged. */
export async function lookAtCopy(db: D1Database, { source, fixed, secret, endedAt, now }: Copy): Promise<CopyContents> {
  const latest = await latestInstant(db)
  const isUnread = latest !== null && Number.isNaN(latest.getTime())
  if (isUnread || (await findDamage(db)) || (await findLooseRow(db))) throw new Stop(words.restore.damaged(source))
  const movement = await readMovement(db, fixed)
  const [{ groups, people }, counters, mark, { last }, { waiting }] = await Promise.all([
    countContent(db),
    countCounterFaults(db),
    findSecretMark(db),
    readSenderState(db, now),
    ask(db, { waiting: listWaiting(db) }),
  ])
  const [next] = comingSteps(last, latest ?? now, movement, 1)
  const isDue = next !== undefined && next.dueAt <= now
  return {
    groups,
    people,
    wrongCounts: counters.reduce((sum, { faults }) => sum + faults, 0),
    latest: latest && showInstant(latest, movement),
    waiting: waiting.filter(({ dueAt }) => dueAt <= now).length,
    step: isDue ? `${showInstant(next.dueAt, movement)}, ${words.calendar.step[next.kind]}` : null,
    strangers: await addedTriggers(db),
    ended: endedAt && showInstant(endedAt, movement),
    linksOpen: mark === null || (secret !== null && mark === (await secretMark(secret))),
    acting: { movement, actor: { kind: 'system' }, now },
  }
}
