import { linkPath } from '#shared/domain/link.ts'
import type { News } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { authorOf, briefOf, noChanges } from '../../parts/changes/changes.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For the other referents of a group whose record somebody corrected. */
export const news = {
  patience: 2 * 24 * 3_600_000,
  reachesShut: [],
  isStoppable: false,
  link: { path: (token: string, { uid }: News) => linkPath.history(token, uid), lasts: 'undo' },
  words: { fr, en },
  data(content: News, say: Say<keyof typeof fr>, setting: Setting) {
    const { group } = content
    const by = authorOf(content, setting.language)
    const brief = briefOf(content, setting)
    return {
      ...noChanges,
      subject: say('subject', { group, by }),
      preview: say('lead', { group }),
      title: say('title', { by }),
      lead: say('lead', { group }),
      tellsChanges: brief.length > 0,
      tellsBriefly: brief.length > 0,
      brief,
      notes: [{ note: say('undo') }],
      open: say('open'),
      why: say('why', { group }),
    }
  },
} as const
