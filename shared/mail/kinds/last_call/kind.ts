import type { OwedRecords } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { askData, asks } from '../../parts/ask/ask.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** The last of a round: then somebody may call. */
export const lastCall = {
  ...asks,
  words: { fr, en },
  data(content: OwedRecords, say: Say<keyof typeof fr>, setting: Setting) {
    return askData(content, say, setting)
  },
} as const
