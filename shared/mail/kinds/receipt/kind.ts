import { linkPath } from '#shared/domain/link.ts'
import type { News } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { changesOf, noChanges } from '../../parts/changes/changes.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For whoever corrected a group's record: what they changed, and the way back. */
export const receipt = {
  patience: 2 * 24 * 3_600_000,
  reachesShut: [],
  isStoppable: false,
  link: { path: (token: string, { uid }: News) => linkPath.history(token, uid), lasts: 'undo' },
  words: { fr, en },
  data(news: News, say: Say<keyof typeof fr>, setting: Setting) {
    const { group } = news
    const changes = changesOf(news, setting)
    return {
      ...noChanges,
      subject: say('subject', { group }),
      preview: say('lead', { group }),
      title: say('title'),
      lead: say('lead', { group }),
      tellsChanges: changes.length > 0,
      changes,
      notes: [{ note: say('undo') }],
      open: say('open'),
      why: say('why', { group }),
    }
  },
} as const
