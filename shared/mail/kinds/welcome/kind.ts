import { linkPath } from '#shared/domain/link.ts'
import type { InvitationQuestion } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { whoseWrite } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/**
 * For whoever reads an address that a referent wrote: do you want to be one, or is that your address now? Both buttons lead to the one question;
 * opening it writes nothing.
 */
export const welcome = {
  patience: 5 * 24 * 3_600_000,
  reachesSuppressed: [],
  isStoppable: false,
  isToStranger: true,
  link: { path: linkPath.invitation, lasts: 'undo' },
  words: { fr, en },
  data(question: InvitationQuestion, say: Say<keyof typeof fr>, setting: Setting) {
    const { movement } = setting
    const told = { ...whoseWrite(question, setting), movement: movement.name }
    const isAddress = question.of !== 'nobody'
    return {
      subject: say(isAddress ? 'subjectAddress' : 'subject', told),
      preview: say(isAddress ? 'previewAddress' : 'preview'),
      kicker: say(question.isAgain ? 'kickerAgain' : 'kicker'),
      title: say(isAddress ? 'titleAddress' : 'title'),
      lead: say(isAddress ? leads[question.of] : 'lead', told),
      yes: say(isAddress ? 'yesAddress' : 'yes'),
      no: say('no'),
      choice: say('choice'),
      notes: isAddress
        ? [{ note: say('refuseAddress') }]
        : [
            { note: say('asked', told) },
            { note: say('kept') },
            { note: say(question.isAgain ? 'refuseAgain' : 'refuse') },
          ],
      rights: say('rights'),
      why: say(isAddress ? 'whyAddress' : question.isAgain ? 'whyAgain' : 'why', told),
    }
  },
} as const

const leads = { nobody: 'lead', themselves: 'leadOwn', colleague: 'leadAddress' } as const
