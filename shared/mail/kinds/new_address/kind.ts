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
  reachesShut: ['unsubscribed', 'complaint'],
  isStoppable: false,
  link: { path: linkPath.address, lasts: 'undo' },
  words: { fr, en },
  data(content: AddressNotice, say: Say<keyof typeof fr>, setting: Setting) {
    const { language, movement } = setting
    const { isOwn } = content
    const until = showDay(localTime(content.until, movement.timeZone).day, language)
    const told = { ...whoseWrite(content, setting), until }
    const lead = say(isOwn ? 'leadOwn' : 'lead', told)
    return {
      subject: say(isOwn ? 'subjectOwn' : 'subject', told),
      preview: lead,
      kicker: say('kicker'),
      title: say('title'),
      lead,
      changes: [{ what: everyMail(language)('label', { label: say('address') }), told: content.address }],
      after: say(isOwn ? 'afterOwn' : 'after', told),
      open: say('open'),
      why: say('why', told),
    }
  },
} as const
