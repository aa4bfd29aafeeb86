import { linkPath } from '#shared/domain/link.ts'
import type { OwnGroups } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { groupsBriefly, whyReferent } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For whoever asked for a link: they may have unsubscribed from the month's mails, or their address may work again. */
export const newLinkMail = {
  patience: 24 * 3_600_000,
  reachesSuppressed: ['unsubscribed', 'hard_bounce'],
  isStoppable: false,
  link: { path: linkPath.update, lasts: 'round' },
  words: { fr, en },
  data(own: OwnGroups, say: Say<keyof typeof fr>, setting: Setting) {
    const { count, isStopped } = own
    const how = isStopped ? 'Stopped' : ''
    const groups = groupsBriefly(own, setting)
    return {
      subject: say('subject', { groups }),
      preview: say(`preview${how}`),
      kicker: say(`kicker${how}`),
      title: say('title'),
      lead: count > 1 ? say('leadMany', { n: count }) : say('lead', { groups }),
      open: say('open', { n: count }),
      notMe: say(`notMe${how}`),
      why: whyReferent(own, setting),
    }
  },
} as const
