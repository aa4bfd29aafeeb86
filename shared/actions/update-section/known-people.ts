import type { D1Database } from '@cloudflare/workers-types'
import { listPeople } from '#shared/db/people.ts'
import type { Change } from '#shared/domain/change.ts'
import type { Merge } from '#shared/domain/merge.ts'

/**
 * The same write, in which whom the team adds is the person whom we know by that address. For the team alone: a referent who names somebody learns
 * nothing of whom we know.
 */
export async function withKnownPeople<Written extends Pick<Merge, 'record' | 'changes'>>(
  db: D1Database,
  merge: Written,
): Promise<Written> {
  const added = merge.changes.filter((change) => change.list === 'referents' && 'added' in change)
  const emails = added.flatMap((change) => ('added' in change ? String(change.added.email ?? '') : [])).filter(Boolean)
  if (emails.length === 0) return merge
  const known = new Map((await listPeople(db, emails)).map(({ uid, email }) => [email, uid]))
  const own = new Map(
    added.flatMap((change) => {
      const uid = 'added' in change && known.get(String(change.added.email ?? ''))
      return uid ? [[change.row, uid] as const] : []
    }),
  )
  const named = (uid: string) => own.get(uid) ?? uid
  const changes = merge.changes.map(
    (change): Change => (change.list === 'referents' ? { ...change, row: named(change.row) } : change),
  )
  const referents = merge.record.referents.map((row) => ({ ...row, uid: named(row.uid) }))
  return { ...merge, changes, record: { ...merge.record, referents } }
}
