import type { OwedRecords } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { askData, asks } from '../../parts/ask/ask.ts'
import { nearbyData } from '../../parts/ask/nearby.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** Opens a round: here is what we know, is it still right? */
export const invitation = {
  ...asks,
  words: { fr, en },
  data: (content: OwedRecords, say: Say<keyof typeof fr>, setting: Setting) => ({
    ...askData(content, say, setting),
    ...nearbyData(content, setting),
  }),
} as const
