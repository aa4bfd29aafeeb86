import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { type CampaignValues, campaignFields } from '#shared/record/campaign.ts'
import { plain } from '#shared/record/plain.ts'
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
export type CountedCampaign = CampaignRow & { groups: number }

/** The latest campaigns, the last one first. */
export function listCountedCampaigns(db: ReadDatabase): Question<CountedCampaign[]> {
  return {
    // Which campaigns are there, and how many groups took part in each?
    statement: db.prepare(
      `SELECT
         campaign.uid, ${columnsOf(campaignFields, 'campaign')},
         (SELECT count(*) FROM participation WHERE participation.campaign_id = campaign.id) AS groups
       FROM campaign
       ORDER BY campaign.held_on DESC, campaign.id
       LIMIT 100`,
    ),
    read: (rows: CountedCampaign[]) => rows,
  }
}

/** Makes campaigns, or gives those that we know by their uid these values. */
export function upsertCampaigns(db: D1Database, campaigns: readonly CampaignRow[], now: Date): D1PreparedStatement[] {
  const rows = campaigns.map((campaign) => ({ ...campaign, name_key: plain(campaign.name) }))
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
