import { linkPath } from '#shared/domain/link.ts'
import type { News } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { authorsOf, changesBriefly, changesPreview } from '../../parts/changes/changes.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For the other referents of a group whose record somebody corrected; whoever became one by it is told that, and what it asks. */
export const news = {
  patience: 2 * 24 * 3_600_000,
  reachesSuppressed: [],
  isStoppable: false,
  link: {
    path: (token: string, { uid, isNewcomer }: News) =>
      isNewcomer ? linkPath.group(token, uid) : linkPath.history(token, uid),
    lasts: 'undo',
  },
  words: { fr, en },
  data(content: News, say: Say<keyof typeof fr>, setting: Setting) {
    const { group } = content
    const told = { group, ...authorsOf(content, setting) }
    if (content.isNewcomer)
      return {
        subject: say('subjectAdded', told),
        preview: say('previewAdded'),
        kicker: say('kickerAdded'),
        title: say('titleAdded'),
        lead: say('leadAdded', told),
        changes: [],
        after: say('afterAdded'),
        open: say('openAdded'),
        why: say('why', told),
      }
    return {
      subject: say('subject', told),
      preview: changesPreview(content, setting),
      kicker: say('kicker'),
      title: say('title', told),
      lead: say('lead', told),
      changes: changesBriefly(content, setting),
      after: say('after'),
      open: say('open'),
      why: say('why', told),
    }
  },
} as const
