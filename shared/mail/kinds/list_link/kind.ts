import { linkPath } from '#shared/domain/link.ts'
import type { ListLinkContent } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { signedByTeam } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For an address that somebody wrote on a mailing list's page: its owner says whether to be on the list. */
export const listLink = {
  patience: 6 * 3_600_000,
  reachesSuppressed: ['unsubscribed'],
  isStoppable: false,
  link: { path: linkPath.list, lasts: 'day' },
  words: { fr, en },
  data({ list: key }: ListLinkContent, say: Say<keyof typeof fr>, { movement, language }: Setting) {
    const list = movement.sections.ours.lists.fields[key]?.label[language] ?? key
    return {
      subject: say('subject', { list }),
      preview: say('preview'),
      kicker: say('kicker'),
      title: say('title', { list }),
      lead: say('lead', { list }),
      open: say('open'),
      notMe: say('notMe'),
      ...signedByTeam(movement, language),
      why: say('why', { list }),
    }
  },
} as const
