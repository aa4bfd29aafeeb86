import { deleteUnansweredCampaign, updateCampaignEnd } from '#shared/db/campaigns.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import { type Acting, commit } from './acting.ts'

/** Groups are not asked about a campaign (uid) any more, or are again; what they said stays. */
export async function endCampaign(acting: Acting, campaign: { uid: string; isEnded: boolean }): Promise<void> {
  const action = campaign.isEnded ? 'end_campaign' : 'reopen_campaign'
  const event = { action, details: { campaign: campaign.uid } } as const
  const still = preconditions.campaignEnded(campaign.uid, !campaign.isEnded)
  await commit(acting, [updateCampaignEnd(acting.db, campaign, acting.now)], event, still)
}

/** Takes a campaign (uid) back that was made by mistake, as long as no group has said anything of it. */
export async function deleteCampaign(acting: Acting, uid: string): Promise<void> {
  const event = { action: 'delete_campaign', details: { campaign: uid } } as const
  await commit(acting, [deleteUnansweredCampaign(acting.db, uid)], event, preconditions.campaignUnanswered(uid))
}
