import { insertFeedKey, revokeFeedKeys } from '#shared/db/feed-keys.ts'
import { acceptListCounts } from '#shared/db/list-members.ts'
import { acceptSyncs } from '#shared/db/list-sync.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import { acceptPublication } from '#shared/db/publication-comparison.ts'
import { hashToken } from '#shared/domain/link.ts'
import { type Acting, commit } from './acting.ts'

/** Makes a key of a feed. Its token is shown once; only its hash is kept. `purpose` is the feed: `map`, `lists/annonces`… */
export async function makeFeedKey(
  acting: Acting,
  {
    token,
    purpose,
    name,
    regions,
    answers = [],
  }: { token: string; purpose: string; name: string; regions: readonly string[] | null; answers?: readonly string[] },
): Promise<void> {
  const { db, actor, now } = acting
  const by = actor.kind === 'coordinator' ? actor.email : null
  const key = insertFeedKey(db, { hash: await hashToken(token), purpose, name, regions, answers, by }, now)
  await commit(acting, [key], { action: 'make_feed_key', details: { purpose } })
}

/** Ends the keys of a name. */
export async function revokeFeedKey(acting: Acting, name: string): Promise<void> {
  const statements = [revokeFeedKeys(acting.db, name, acting.now)]
  await commit(acting, statements, { action: 'revoke_feed_key' }, preconditions.feedKeyOpens(name))
}

/** What was held back, since so much had gone at once, is published as it is. */
export async function acceptHeldBack(acting: Acting): Promise<void> {
  const statements = [
    ...acceptPublication(acting.db, acting.now),
    acceptListCounts(acting.db),
    acceptSyncs(acting.db, acting.now),
  ]
  await commit(acting, statements, { action: 'accept_publication' })
}
