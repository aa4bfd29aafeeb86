import { linkPath } from '#shared/domain/link.ts'
import type { AddressNotice } from '#shared/domain/mail-content.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import type { Setting } from '../../kind.ts'
import { everyMail, whoseWrite } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** To the address that somebody has, when another one was written for them: they can keep it. Opening the link writes nothing. */
export const newAddress = {
  patience: 6 * 24 * 3_600_000,
  reachesSuppressed: ['unsubscribed', 'complaint'],
  isStoppable: false,
  link: {
    path: (token: string, { isMoved }: AddressNotice) => (isMoved ? linkPath.takeBack : linkPath.address)(token),
    lasts: 'undo',
  },
  words: { fr, en },
  data(content: AddressNotice, say: Say<keyof typeof fr>, setting: Setting) {
    const { language, movement } = setting
    const how = howOf(content)
    const until = showDay(localTime(content.until, movement.timeZone).day, language)
    const told = { ...whoseWrite(content, setting), until }
    const lead = say(`lead${how}`, told)
    return {
      subject: say(`subject${how}`, told),
      preview: lead,
      kicker: say('kicker'),
      title: say('title'),
      lead,
      changes: [{ what: everyMail(language)('label', { label: say('address') }), told: content.address }],
      after: say(`after${how}`, told),
      open: say(content.isMoved ? 'openMoved' : 'open'),
      why: say(content.isMoved ? 'whyMoved' : 'why', told),
    }
  },
} as const

/** What of the words are said: those without a name, of a colleague's doing. */
function howOf({ isOwn, isMoved }: AddressNotice) {
  if (isMoved) return 'Moved'
  return isOwn ? 'Own' : ''
}
