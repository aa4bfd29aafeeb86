import { deleteCampaign, endCampaign } from '#shared/actions/end-campaign.ts'
import { ask } from '#shared/db/ask.ts'
import { type CampaignGroup, type CountedCampaign, listCampaignGroups } from '#shared/db/campaigns.ts'
import { writeFilter } from '#shared/domain/group-filter.ts'
import { noPart } from '#shared/record/sections/campaigns.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm, formToken, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { requireFreshSignIn } from './sign-in-guard.ts'

const path = '/desk/campaigns'
/** Groups that are read at most: far more than a page of them. */
const read = 5000
const named = 200
/** How groups take part, most first. */
const parts = ['organises', 'joins', 'relays'] as const

/** Ends a campaign, opens it again or takes it back, where that was pressed; null otherwise. */
export async function settleCampaign(
  context: DeskContext,
  campaign: CountedCampaign | undefined,
  action: string | null,
): Promise<Response | null> {
  if (!campaign) return null
  const { uid, groups } = campaign
  switch (action) {
    case 'end':
    case 'reopen':
      await endCampaign(teamActing(context), { uid, isEnded: action === 'end' })
      return leadTo(context, `${path}?done=${action === 'end' ? 'campaign_ended' : 'campaign_reopened'}`)
    case 'delete':
      if (groups > 0) return leadTo(context, `${path}/${uid}?done=campaign_answered`)
      requireFreshSignIn(context)
      await deleteCampaign(teamActing(context), uid)
      return leadTo(context, `${path}?done=campaign_deleted`)
    default:
      return null
  }
}

/** Who took part, who did not, and who has not said. */
export async function CampaignAnswers({ var: { reads, movement, language } }: DeskContext, campaign: CountedCampaign) {
  const { uid } = campaign
  const { groups } = await ask(reads, { groups: listCampaignGroups(reads, uid, movement, read) })
  const { desk, addresses, dashboard } = textIn(language, movement)
  const text = desk.campaigns
  const took = groups.filter(({ role }) => role !== null && role !== noPart)
  const apart = groups.filter(({ role }) => role === noPart)
  const silent = groups.filter(({ role }) => role === null)
  const peopleOf = (group: CampaignGroup) => group.people?.toLocaleString(language) ?? ''
  const list = (title: string, those: readonly CampaignGroup[], says: (group: CampaignGroup) => string, write = '') =>
    those.length === 0 ? (
      <p class="soft">{title}</p>
    ) : (
      <details open={those.length <= 12}>
        <summary>{title}</summary>
        <ul class="known">
          {those.slice(0, named).map((group) => (
            <li>
              <a href={`/desk/groups/${group.uid}`}>{group.name}</a>
              {says(group) !== '' && <span class="soft"> {says(group)}</span>}
            </li>
          ))}
          {those.length > named && <li class="soft">{text.more(those.length - named)}</li>}
        </ul>
        {write && (
          <p class="alone">
            <a href={write}>{addresses.link}</a>
          </p>
        )}
      </details>
    )
  const people = took.reduce((sum, group) => sum + (group.people ?? 0), 0)
  return (
    <div class="flow">
      <p class="lead">
        {groups.length < read ? text.result(took.length, groups.length, people) : text.groups(campaign.groups)}
      </p>
      <p class={took.length === 0 ? 'soft' : 'strong'}>{text.took(took.length)}</p>
      {parts.map((role) => {
        const those = took.filter((group) => group.role === role)
        const says = dashboard.network.role[role]
        const title = `${says.charAt(0).toLocaleUpperCase(language)}${says.slice(1)} (${those.length.toLocaleString(language)})`
        const write = `/desk/addresses?${writeFilter({ campaign: campaign.name, role })}`
        return those.length > 0 && list(title, those, peopleOf, write)
      })}
      {list(text.apart(apart.length), apart, () => '')}
      {list(text.silent(silent.length), silent, () => '')}
    </div>
  )
}

/** The end of a campaign, and the way back. */
export async function CampaignEnd(context: DeskContext, { uid, groups, isEnded }: CountedCampaign) {
  const text = textIn(context.var.language, context.var.movement).desk.campaigns
  const here = `${path}/${uid}`
  const token = await formToken(context, here)
  return (
    <section aria-labelledby="end-title">
      <h2 id="end-title">{text.closing}</h2>
      <DeskForm path={here} token={token}>
        <p>{text.endLead}</p>
        <button type="submit" class="quiet" name="do" value={isEnded ? 'reopen' : 'end'}>
          {isEnded ? text.reopen : text.end}
        </button>
      </DeskForm>
      {groups === 0 && (
        <DeskForm path={here} token={token}>
          <p>{text.deleteLead}</p>
          <button type="submit" class="quiet" name="do" value="delete">
            {text.remove}
          </button>
        </DeskForm>
      )}
    </section>
  )
}
