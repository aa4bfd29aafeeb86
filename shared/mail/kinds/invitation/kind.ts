import type { ContentOf } from '#shared/domain/outgoing-mail.ts'
import type { Setting } from '../../kind.ts'
import { askData, asks } from '../../parts/ask/ask.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export const invitation = {
  ...asks,
  words: { fr, en },
  data: (groups: ContentOf<'invitation'>, say: Say<keyof typeof fr>, setting: Setting) => askData(groups, say, setting),
} as const
