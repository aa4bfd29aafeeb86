import { linkPath } from '#shared/domain/link.ts'
import type { News } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { authorOf, noChanges } from '../../parts/changes/changes.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For whom another referent took off the list. */
export const farewell = {
  patience: 5 * 24 * 3_600_000,
  reachesShut: [],
  isStoppable: false,
  link: { path: linkPath.update, lasts: 'round' },
  words: { fr, en },
  data(news: News, say: Say<keyof typeof fr>, { language }: Setting) {
    const { group } = news
    const lead = say('lead', { by: authorOf(news, language) })
    return {
      ...noChanges,
      subject: say('subject', { group }),
      preview: lead,
      title: say('title', { group }),
      lead,
      notes: [{ note: say('mistake') }],
      open: say('open'),
      why: say('why', { group }),
    }
  },
} as const
