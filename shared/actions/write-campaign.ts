import { type CampaignRow, upsertCampaigns } from '#shared/db/campaigns.ts'
import { conflictOf } from '#shared/db/conflict.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import type { CampaignValues } from '#shared/record/campaign.ts'
import { type Acting, commit } from './acting.ts'

/** Makes a campaign, or corrects the one that has this uid. Groups can tick it from then on. `before`: what the one that is corrected said. `campaign_taken`: another has this name. */
export async function writeCampaign(
  acting: Acting,
  campaign: CampaignRow,
  before?: CampaignValues,
): Promise<'done' | 'campaign_taken'> {
  try {
    const details = { campaign: campaign.uid }
    const still = before && preconditions.campaignIs(campaign.uid, { name: before.name, heldOn: before.held_on })
    await commit(
      acting,
      upsertCampaigns(acting.db, [campaign], acting.now),
      { action: 'write_campaign', details },
      still,
    )
    return 'done'
  } catch (error) {
    if (conflictOf(error) === 'campaign_taken') return 'campaign_taken'
    throw error
  }
}
