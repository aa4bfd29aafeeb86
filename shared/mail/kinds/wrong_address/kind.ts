import { linkPath } from '#shared/domain/link.ts'
import type { WrongAddress } from '#shared/domain/mail-content.ts'
import { noChanges } from '../../parts/changes/changes.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For the other referents of somebody whose address does not exist. */
export const wrongAddress = {
  patience: 5 * 24 * 3_600_000,
  reachesShut: [],
  isStoppable: false,
  link: {
    path: (token: string, { uid }: WrongAddress) => linkPath.section(token, uid, 'referents'),
    lasts: 'round',
  },
  words: { fr, en },
  data(told: WrongAddress, say: Say<keyof typeof fr>) {
    return {
      ...noChanges,
      subject: say('subject', told),
      preview: say('lead', told),
      title: say('title', told),
      lead: say('lead', told),
      notes: [{ note: say('correct') }, { note: say('once') }],
      open: say('open'),
      why: say('why', told),
    }
  },
} as const
