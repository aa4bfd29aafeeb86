import { linkPath } from '#shared/domain/link.ts'
import type { EnquiryContent } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { signedByTeam } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For a visitor who wrote to a group: whether it was them. What they wrote is not in it, or it would carry a robot's words to anybody. */
export const enquiryConfirmation = {
  patience: 6 * 3_600_000,
  reachesSuppressed: ['unsubscribed'],
  isStoppable: false,
  isToStranger: true,
  link: { path: linkPath.confirmEnquiry, lasts: 'day' },
  words: { fr, en },
  data({ group }: EnquiryContent, say: Say<keyof typeof fr>, { movement, language }: Setting) {
    return {
      subject: say('subject', { group }),
      preview: say('preview'),
      kicker: say('kicker'),
      title: say('title'),
      lead: say('lead', { group }),
      open: say('open'),
      notMe: say('notMe'),
      ...signedByTeam(movement, language),
      why: say('why', { group }),
    }
  },
} as const
