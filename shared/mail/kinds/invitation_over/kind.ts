import { linkPath } from '#shared/domain/link.ts'
import type { InvitationEnd } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { everyMail } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For the referents of a group whose invitation got no yes. */
export const invitationOver = {
  patience: 5 * 24 * 3_600_000,
  reachesSuppressed: [],
  isStoppable: false,
  link: {
    path: (token: string, { uid }: InvitationEnd) => linkPath.section(token, uid, 'referents'),
    lasts: 'round',
  },
  words: { fr, en },
  data({ isAddress, answer, ...told }: InvitationEnd, say: Say<keyof typeof fr>, { language }: Setting) {
    const how = howOf(isAddress, answer)
    const label = say(isAddress ? 'rowAddress' : 'row', told)
    const lead = say(`lead${how}`, told)
    return {
      subject: say(`subject${how}`, told),
      preview: lead,
      kicker: say('kicker'),
      title: say(`title${how}`, told),
      lead,
      changes: [{ what: everyMail(language)('label', { label }), told: isAddress ? say('same') : say('gone', told) }],
      after: say(answer === 'returned' ? 'afterReturned' : isAddress ? 'afterAddress' : 'after'),
      open: say('open'),
      why: say('why', told),
    }
  },
} as const

/** What of the words are said: those without a name, of a no. */
function howOf(isAddress: boolean, answer: InvitationEnd['answer']) {
  if (answer === 'objected') return 'Objected'
  if (answer === 'returned') return isAddress ? 'ReturnedAddress' : 'Returned'
  if (isAddress) return 'NoAddress'
  return answer === 'declined' ? '' : 'Expired'
}
