import { linkPath } from '#shared/domain/link.ts'
import type { ContentOf } from '#shared/domain/outgoing-mail.ts'
import type { Setting } from '../../kind.ts'
import { groupsBriefly, whyReferent } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For whoever asked for a link: their address may have unsubscribed from the month's mails. */
export const newLink = {
  patience: 24 * 3_600_000,
  reachesShut: ['unsubscribed'],
  isStoppable: false,
  link: { path: linkPath.update, lasts: 'round' },
  words: { fr, en },
  data(groups: ContentOf<'new_link'>, say: Say<keyof typeof fr>, { language }: Setting) {
    const lead = say('lead', { n: groups.length })
    return {
      subject: say('subject', { groups: groupsBriefly(groups, language) }),
      preview: lead,
      title: say('title'),
      lead,
      open: say('open', { n: groups.length }),
      notMe: say('notMe'),
      why: whyReferent(groups, language),
    }
  },
} as const
