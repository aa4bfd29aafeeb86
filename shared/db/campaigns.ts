import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { type CampaignValues, campaignFields } from '#shared/record/campaign.ts'
import { fold } from '#shared/record/fold.ts'
import type { ParticipationRole } from '#shared/record/sections/campaigns.ts'
import type { MovementSettings } from '#shared/settings/schema.ts'
import type { Question } from './ask.ts'
import { inParts } from './parts.ts'
import type { ReadDatabase } from './read-only.ts'
import { columnsOf, excludedColumns, jsonColumns } from './row.ts'

export type CampaignRow = CampaignValues & { uid: string }

/** Every campaign of the movement. */
export async function listCampaigns(db: D1Database): Promise<CampaignRow[]> {
  // Which campaigns are there?
  const { results } = await db
    .prepare(
      `SELECT uid, ${columnsOf(campaignFields, 'campaign')}
       FROM campaign
       ORDER BY held_on, id`,
    )
    .all<CampaignRow>()
  return results
}

/** A campaign, and how many groups said that they had a part in it. */
export type CountedCampaign = CampaignRow & { groups: number; isEnded: boolean }

/** The latest campaigns, the last one first. */
export function listCountedCampaigns(db: ReadDatabase): Question<CountedCampaign[]> {
  return {
    // Which campaigns are there, and how many groups took part in each?
    statement: db.prepare(
      `SELECT
         campaign.uid, ${columnsOf(campaignFields, 'campaign')},
         (SELECT coalesce(sum(participations), 0) FROM participation_rollup WHERE campaign_id = campaign.id) AS groups,
         campaign.ended_at
       FROM campaign
       ORDER BY campaign.held_on DESC, campaign.id
       LIMIT 100`,
    ),
    read: (rows: (CampaignRow & { groups: number; ended_at: string | null })[]) =>
      rows.map(({ ended_at, ...campaign }) => ({ ...campaign, isEnded: ended_at !== null })),
  }
}

/** Makes campaigns, or gives those that we know by their uid these values. */
export function upsertCampaigns(db: D1Database, campaigns: readonly CampaignRow[], now: Date): D1PreparedStatement[] {
  const rows = campaigns.map((campaign) => ({ ...campaign, name_key: fold(campaign.name) }))
  return inParts(rows).map((part) =>
    db
      .prepare(
        `INSERT INTO campaign (uid, name_key, created_at, ${Object.keys(campaignFields).join(', ')})
         SELECT item.value ->> 'uid', item.value ->> 'name_key', ?2, ${jsonColumns(campaignFields)}
         FROM json_each(?1) AS item
         WHERE true
         ON CONFLICT (uid) DO UPDATE
         SET name_key = excluded.name_key, ${excludedColumns(campaignFields, 'campaign')}`,
      )
      .bind(JSON.stringify(part), now.toISOString()),
  )
}

/** A group, and its part in a campaign; null: it has not said. */
export type CampaignGroup = {
  uid: string
  name: string
  role: ParticipationRole | 'none' | null
  people: number | null
}

/** What groups said of a campaign (uid), by name; and those that are written to and have not said anything. */
export function listCampaignGroups(
  db: ReadDatabase,
  campaign: string,
  { writesTo }: Pick<MovementSettings, 'writesTo'>,
  limit: number,
): Question<CampaignGroup[]> {
  return {
    // Which groups took part in this campaign, which did not, and which have not said?
    statement: db
      .prepare(
        `SELECT g.uid, g.name, participation.role, participation.people
         FROM local_group g
         JOIN campaign ON campaign.uid = ?1
         LEFT JOIN participation ON participation.group_id = g.id AND participation.campaign_id = campaign.id
         WHERE g.merged_into_id IS NULL
         AND (participation.role IS NOT NULL OR g.state IN (SELECT value FROM json_each(?2)))
         ORDER BY participation.role IS NULL, g.name_key
         LIMIT ?3 + 0`,
      )
      .bind(campaign, JSON.stringify(writesTo), limit),
    read: (rows: CampaignGroup[]) => rows,
  }
}

/** Groups are not asked about it any more; or are again (`isEnded` false). */
export function updateCampaignEnd(
  db: D1Database,
  { uid, isEnded }: { uid: string; isEnded: boolean },
  now: Date,
): D1PreparedStatement {
  return db.prepare('UPDATE campaign SET ended_at = ?2 WHERE uid = ?1').bind(uid, isEnded ? now.toISOString() : null)
}

/** Takes away one that no group has said anything of. */
export function deleteUnansweredCampaign(db: D1Database, uid: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM campaign
       WHERE uid = ?1 AND NOT EXISTS (SELECT 1 FROM participation WHERE participation.campaign_id = campaign.id)`,
    )
    .bind(uid)
}
