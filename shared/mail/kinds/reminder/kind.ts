import type { OwedRecords } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { askData, asks } from '../../parts/ask/ask.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** To groups that have not answered: others have. */
export const reminder = {
  ...asks,
  words: { fr, en },
  data(content: OwedRecords, say: Say<keyof typeof fr>, setting: Setting) {
    const { asked, answered } = content.network
    // That few have answered would be a reason to wait
    const isMany = answered * 3 >= asked && answered > 1
    return {
      ...askData(content, say, setting),
      network: isMany ? say('network', { answered, asked }) : '',
      width: String(asked === 0 ? 0 : Math.round((100 * answered) / asked)),
    }
  },
} as const
