import { linkPath } from '#shared/domain/link.ts'
import type { WrongAddress } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { everyMail } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For the other referents of somebody whose address does not exist. */
export const wrongAddress = {
  patience: 5 * 24 * 3_600_000,
  reachesSuppressed: [],
  isStoppable: false,
  link: {
    path: (token: string, { uid }: WrongAddress) => linkPath.section(token, uid, 'referents'),
    lasts: 'round',
  },
  words: { fr, en },
  data(told: WrongAddress, say: Say<keyof typeof fr>, { language }: Setting) {
    return {
      subject: say('subject', told),
      preview: say('preview', told),
      kicker: say('kicker'),
      title: say('title'),
      lead: say('lead', told),
      changes: [{ what: everyMail(language)('label', { label: say('field', told) }), told: say('broken') }],
      after: say('after'),
      open: say('open'),
      why: say('why', told),
    }
  },
} as const
