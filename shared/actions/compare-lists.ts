import { ask } from '#shared/db/ask.ts'
import { listFeedKeys } from '#shared/db/feed-keys.ts'
import { countMembers, upsertListCount } from '#shared/db/list-members.ts'
import { deleteOtherSyncs } from '#shared/db/list-sync.ts'
import { ensurePublication } from '#shared/db/publication.ts'
import { answersOfKey } from '#shared/domain/key-answers.ts'
import type { Publishing } from './publish-groups.ts'

export const listPurpose = 'lists/'

/** Forgets what lists held in a program that keeps them no more; counts what each key of a mailing list shows, and compares it with what it showed before. */
export async function compareLists({ db, movement, now }: Publishing): Promise<{ lists: number }> {
  const kept = movement.lists.filter(({ keptIn }) => keptIn !== undefined)
  await deleteOtherSyncs(
    db,
    kept.map(({ key }) => key),
  ).run()
  const { keys } = await ask(db, { keys: listFeedKeys(db) })
  const valid = keys.filter(({ purpose, revokedAt }) => revokedAt === null && purpose.startsWith(listPurpose))
  if (valid.length === 0) return { lists: 0 }
  const counts = await ask(
    db,
    Object.fromEntries(
      valid.map(({ id, purpose, regions, answers }) => [
        String(id),
        countMembers(db, {
          list: purpose.slice(listPurpose.length),
          regions,
          answers: answersOfKey(answers),
          key: id,
        }),
      ]),
    ),
  )
  await db.batch([
    ensurePublication(db, now),
    ...Object.entries(counts).map(([key, { before, now: members }]) =>
      upsertListCount(db, { key: Number(key), before, now: members }, now),
    ),
  ])
  return { lists: valid.length }
}
