import { linkPath } from '#shared/domain/link.ts'
import type { EnquiryContent } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { everyMail } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For a group's referents: a visitor's words, which the visitor has confirmed. An answer to the mail is an answer to them. */
export const enquiry = {
  patience: 5 * 24 * 3_600_000,
  reachesSuppressed: [],
  isStoppable: false,
  link: { path: linkPath.answeredEnquiry, lasts: 'round' },
  replyTo: ({ email }: EnquiryContent) => email,
  words: { fr, en },
  data(told: EnquiryContent, say: Say<keyof typeof fr>, { language }: Setting) {
    const label = (words: string) => everyMail(language)('label', { label: words })
    return {
      subject: say('subject', told),
      preview: say('preview', told),
      kicker: say('kicker'),
      title: say('title', told),
      lead: say('lead', told),
      changes: [
        { what: label(say('from')), told: `${told.name}, ${told.email}` },
        { what: label(say('words')), told: told.body },
      ],
      after: say('after'),
      open: say('open'),
      why: say('why', told),
    }
  },
} as const
