import { linkPath } from '#shared/domain/link.ts'
import type { RegistrationContent } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { signedByTeam } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For whoever registered a group: why it does not become one. An answer to the mail goes to the team. */
export const registrationAnswer = {
  patience: 5 * 24 * 3_600_000,
  // Whoever asked something gets the answer
  reachesSuppressed: ['unsubscribed'],
  isStoppable: false,
  link: { path: () => linkPath.join, lasts: null },
  words: { fr, en },
  data({ group, town, answer }: RegistrationContent, say: Say<keyof typeof fr>, { movement, language }: Setting) {
    return {
      subject: say('subject', { group }),
      preview: say('preview'),
      kicker: say('kicker'),
      title: say('title'),
      lead: say('lead', { group, town }),
      lines: (answer ?? '').split('\n').map((line) => ({ line })),
      after: say('after'),
      open: say('open'),
      ...signedByTeam(movement, language),
      why: say('why'),
    }
  },
} as const
