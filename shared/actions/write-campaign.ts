import { type CampaignRow, upsertCampaigns } from '#shared/db/campaigns.ts'
import { conflictOf } from '#shared/db/conflict.ts'
import { type Acting, commit } from './acting.ts'

/** Makes a campaign, or corrects the one that has this uid. Groups can tick it from then on. `campaign_taken`: another has this name. */
export async function writeCampaign(acting: Acting, campaign: CampaignRow): Promise<'done' | 'campaign_taken'> {
  try {
    const details = { campaign: campaign.uid }
    await commit(acting, upsertCampaigns(acting.db, [campaign], acting.now), { action: 'write_campaign', details })
    return 'done'
  } catch (error) {
    if (conflictOf(error) === 'campaign_taken') return 'campaign_taken'
    throw error
  }
}
