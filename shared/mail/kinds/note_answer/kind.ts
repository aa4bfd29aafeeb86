import { linkPath } from '#shared/domain/link.ts'
import type { NoteAnswer } from '#shared/domain/mail-content.ts'
import { senderName } from '#shared/movement.ts'
import type { Setting } from '../../kind.ts'
import { everyMail, signedByTeam } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For somebody who wrote a word to the team: what a coordinator answers. An answer to the mail goes to that coordinator. */
export const noteAnswer = {
  patience: 5 * 24 * 3_600_000,
  // Whoever asked something gets the answer
  reachesSuppressed: ['unsubscribed'],
  isStoppable: false,
  link: { path: linkPath.update, lasts: 'round' },
  replyTo: ({ by }: NoteAnswer) => by,
  words: { fr, en },
  data({ by, answer, body }: NoteAnswer, say: Say<keyof typeof fr>, { movement, language }: Setting) {
    const name = movement.coordinators.find(({ email }) => email === by)?.name ?? senderName(movement, language)
    return {
      subject: say('subject'),
      preview: say('preview'),
      kicker: say('kicker'),
      title: say('title'),
      lead: say('lead', { by: name }),
      lines: answer.split('\n').map((line) => ({ line })),
      quoted: everyMail(language)('label', { label: say('yours') }),
      words: body.split('\n').map((line) => ({ line })),
      after: say('after', { by: name }),
      open: say('open'),
      ...signedByTeam(movement, language),
      signature: name,
      sender: senderName(movement, language),
      why: say('why'),
    }
  },
} as const
