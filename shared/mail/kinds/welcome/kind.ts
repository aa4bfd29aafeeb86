import { linkPath } from '#shared/domain/link.ts'
import type { Membership } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { whoseWrite } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For whom another referent named: is that you, and do you want to? Both buttons lead to the one question; opening it writes nothing. */
export const welcome = {
  patience: 5 * 24 * 3_600_000,
  reachesShut: [],
  isStoppable: false,
  link: { path: (token: string, { uid }: Membership) => linkPath.group(token, uid), lasts: 'round' },
  words: { fr, en },
  data(membership: Membership, say: Say<keyof typeof fr>, setting: Setting) {
    const { movement } = setting
    const told = { ...whoseWrite(membership, setting), movement: movement.name }
    return {
      subject: say('subject', told),
      preview: say('preview'),
      kicker: say('kicker'),
      title: say('title'),
      lead: say('lead', told),
      yes: say('yes'),
      no: say('no'),
      choice: say('choice'),
      notes: [{ note: say('asked', told) }, { note: say('kept') }, { note: say('refuse') }],
      rights: say('rights'),
      why: say('why', told),
    }
  },
} as const
