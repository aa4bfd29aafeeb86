import type { OwedRecords } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { askData, asks } from '../../parts/ask/ask.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

type SayInvitation = Say<keyof typeof fr>

/** Opens a round: here is what we know, is it still right? */
export const invitation = {
  ...asks,
  words: { fr, en },
  data(content: OwedRecords, say: SayInvitation, setting: Setting) {
    const isInvited = content.groups.every(({ isInvitedTo }) => isInvitedTo)
    const sayTo: SayInvitation = (key, values) => say(key === 'lead' && isInvited ? 'leadInvited' : key, values)
    return askData(content, sayTo, setting)
  },
} as const
