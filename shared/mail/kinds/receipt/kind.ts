import { linkPath } from '#shared/domain/link.ts'
import type { News } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { changesPreview, changesWhole } from '../../parts/changes/changes.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For whoever corrected a group's record: what they changed, and the way back. */
export const receipt = {
  patience: 2 * 24 * 3_600_000,
  reachesSuppressed: [],
  isStoppable: false,
  link: { path: (token: string, { uid }: News) => linkPath.history(token, uid), lasts: 'undo' },
  words: { fr, en },
  data(news: News, say: Say<keyof typeof fr>, setting: Setting) {
    const { group } = news
    return {
      subject: say('subject', { group }),
      preview: say('preview', { changes: changesPreview(news, setting) }),
      kicker: say('kicker'),
      title: say('title'),
      lead: say('lead', { group }),
      changes: changesWhole(news, setting),
      after: say('after'),
      open: say('open'),
      why: say('why', { group }),
    }
  },
} as const
