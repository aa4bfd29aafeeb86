import { linkPath } from '#shared/domain/link.ts'
import type { MembershipNews } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { everyMail, whoseWrite } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For whom another referent took off the list. */
export const farewell = {
  patience: 5 * 24 * 3_600_000,
  reachesSuppressed: [],
  isStoppable: false,
  link: { path: linkPath.update, lasts: 'round' },
  words: { fr, en },
  data(membership: MembershipNews, say: Say<keyof typeof fr>, setting: Setting) {
    const told = whoseWrite(membership, setting)
    const lead = say('lead', told)
    return {
      subject: say('subject', told),
      preview: lead,
      kicker: say('kicker'),
      title: say('title'),
      lead,
      changes: [{ what: everyMail(setting.language)('label', { label: say('role', told) }), told: say('gone') }],
      open: say('open'),
      why: say('why', told),
    }
  },
} as const
