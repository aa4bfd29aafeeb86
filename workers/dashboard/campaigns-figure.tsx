import type { ActivityCounts, CampaignParts } from '#shared/db/activity-counts.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import { showPeople } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import type { Figure } from './chart/figure.tsx'
import type { NetworkQuery } from './network-query.ts'

type CampaignsProps = {
  own: OwnWords
  campaigns: readonly CampaignParts[]
  activity: ActivityCounts
  query: NetworkQuery
  language: Language
}

const roles = [
  { role: 'organises', tone: 'state-active' },
  { role: 'joins', tone: 'state-starting' },
  { role: 'relays', tone: 'state-asleep' },
] as const

/** Which groups took part in the campaigns of a period, how, and with how many people. */
export function campaignsFigure({ campaigns, activity, query, language, own }: CampaignsProps): Figure | null {
  const { network: text } = textIn(language, own).dashboard
  const parts = (campaign: CampaignParts) => campaign.organises + campaign.joins + campaign.relays
  return {
    id: 'campaigns',
    title: text.campaignsTitle,
    says: campaigns.length === 0 ? text.campaignsNone : text.campaignsSays(campaigns.length, activity.mobilised),
    counted: text.campaignsCounted,
    numbers: {
      head: [text.campaignHead, ...roles.map(({ role }) => text.role[role]), text.peopleHead],
      rows: campaigns.map((campaign) => [
        campaign.name,
        ...roles.map(({ role }) => ({
          groups: campaign[role],
          href: groupsPath({ campaign: campaign.name, role, ...query.place }),
        })),
        campaign.people,
      ]),
    },
    drawn: {
      kind: 'bars',
      bars: {
        max: Math.max(...campaigns.map(parts), 1),
        keys: roles.map(({ role, tone }) => ({ tone, label: text.role[role] })),
        bars: campaigns.map((campaign) => ({
          label: campaign.name,
          href: groupsPath({ campaign: campaign.name, ...query.place }),
          value: showPeople(campaign.people, language),
          segments: roles.map(({ role, tone }) => ({ amount: campaign[role], tone })),
        })),
      },
    },
  }
}
