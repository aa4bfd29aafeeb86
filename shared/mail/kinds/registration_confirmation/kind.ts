import { linkPath } from '#shared/domain/link.ts'
import type { RegistrationContent } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { signedByTeam } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For whoever registered a group: whether it was them. What they wrote is not in it, or it would carry a robot's words to anybody. */
export const registrationConfirmation = {
  patience: 6 * 3_600_000,
  reachesSuppressed: ['unsubscribed'],
  isStoppable: false,
  link: { path: linkPath.confirmRegistration, lasts: 'week' },
  words: { fr, en },
  data(_: RegistrationContent, say: Say<keyof typeof fr>, { movement, language }: Setting) {
    return {
      subject: say('subject'),
      preview: say('preview'),
      kicker: say('kicker'),
      title: say('title'),
      lead: say('lead'),
      open: say('open'),
      notMe: say('notMe'),
      ...signedByTeam(movement, language),
      why: say('why'),
    }
  },
} as const
