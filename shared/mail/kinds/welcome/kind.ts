import { linkPath } from '#shared/domain/link.ts'
import type { News } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { authorOf, noChanges } from '../../parts/changes/changes.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For whom another referent named: is that you, and do you want to? */
export const welcome = {
  patience: 5 * 24 * 3_600_000,
  reachesShut: [],
  isStoppable: false,
  link: { path: (token: string, { uid }: News) => linkPath.group(token, uid), lasts: 'round' },
  words: { fr, en },
  data(news: News, say: Say<keyof typeof fr>, { movement, language, links }: Setting) {
    const told = { group: news.group, by: authorOf(news, language), movement: movement.name }
    return {
      ...noChanges,
      subject: say('subject', told),
      preview: say('lead', told),
      title: say('title'),
      lead: say('lead', told),
      notes: [{ note: say('kept') }, { note: say('monthly') }, { note: say('refuse') }],
      rights: say('rights'),
      privacy: new URL('/privacy', links.open).href,
      open: say('open'),
      why: say('why', told),
    }
  },
} as const
