import { linkPath, signInMinutes } from '#shared/domain/link.ts'
import type { ContentOf } from '#shared/domain/outgoing-mail.ts'
import type { Setting } from '../../kind.ts'
import { signedByTeam } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For a coordinator who asked to come in, whatever is known of their address. */
export const signInMail = {
  patience: signInMinutes * 60_000,
  reachesSuppressed: ['hard_bounce', 'complaint', 'unsubscribed'],
  isStoppable: false,
  link: { path: linkPath.signIn, lasts: 'sign_in' },
  words: { fr, en },
  data(_: ContentOf<'sign_in'>, say: Say<keyof typeof fr>, { movement, language }: Setting) {
    return {
      subject: say('subject', { movement: movement.name }),
      preview: say('preview', { n: signInMinutes }),
      kicker: say('kicker'),
      title: say('title'),
      lead: say('lead', { n: signInMinutes }),
      open: say('open'),
      notMe: say('notMe'),
      ...signedByTeam(movement, language),
      why: say('why'),
    }
  },
} as const
