import type { Question } from './ask.ts'
import { type Publication, type PublicationColumns, publicationColumns, readPublication } from './publication.ts'
import type { ReadDatabase } from './read-only.ts'

/** A webhook that takes nothing: since when, or because it is gone. */
export type TroubledWebhook = { name: string; since: Date; isGone: boolean }

/** What was published last, and the webhooks that take nothing: *Today* asks once for all that leads elsewhere. */
export function whatLeadsElsewhere(
  db: ReadDatabase,
): Question<{ published: Publication | null; troubled: TroubledWebhook[] }> {
  return {
    // What was published last, and which programs are told nothing any more?
    statement: db.prepare(
      `SELECT ${publicationColumns},
         (
           SELECT json_group_array(json_array(webhook.name, coalesce(stopped_at, failing_since), stopped_at IS NOT NULL))
           FROM webhook
           WHERE stopped_why = 'gone' OR (stopped_at IS NULL AND failures >= ${failuresTold})
         ) AS troubled
       FROM (SELECT 1)
       LEFT JOIN publication ON true`,
    ),
    read: ([row]: (PublicationColumns & { troubled: string })[]) => ({
      published: row && row.version !== null ? readPublication(row) : null,
      troubled: (JSON.parse(row?.troubled ?? '[]') as [string, string, number][]).map(([name, since, isGone]) => ({
        name,
        since: new Date(since),
        isGone: isGone === 1,
      })),
    }),
  }
}

/** One call that failed is no news: it is made again a minute later. */
const failuresTold = 2
