import type { MembershipNews } from '#shared/domain/mail-content.ts'
import { type Movement, senderName } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import type { Setting } from '../../kind.ts'
import { type OwnSaid, type Say, sayIn } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export const everyMailWords = { fr, en }

/** Says what any mail may say. */
export function everyMail(language: Language, own: OwnSaid = {}): Say<keyof typeof fr> {
  return sayIn('every', { fr, en }, language, own)
}

/** In which group somebody wrote, and who: the movement, where it was the team. */
export function whoseWrite({ group, by }: MembershipNews, { movement }: Setting): { group: string; by: string } {
  return { group, by: by ?? movement.name }
}

type Groups = { groups: readonly { name: string }[]; count: number }

/** So many groups are named in a sentence. */
const namedInSentence = 2

/** `Archipel Pau`, `Archipel Pau` and `Archipel Bayonne`, `vos 3 groupes`: short enough for a subject. */
export function groupsBriefly({ groups, count }: Groups, { language, movement }: Setting): string | string[] {
  if (count > namedInSentence) return everyMail(language, movement)('yourGroups', { n: count })
  return groups.map(({ name }) => name)
}

/** Why a referent of these groups is written to. */
export function whyReferent({ groups, count }: Groups, { language, movement }: Setting): string {
  const say = everyMail(language, movement)
  return count > namedInSentence
    ? say('whyReferentMany', { n: count })
    : say('whyReferent', { groups: groups.map(({ name }) => name) })
}

const monthFormats: Partial<Record<Language, Intl.DateTimeFormat>> = {}

/** `décembre`, of a round's key. */
export function monthOf(round: string): (language: Language) => string {
  return (language) => {
    monthFormats[language] ??= new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
    return monthFormats[language].format(new Date(`${round}-15T12:00:00Z`))
  }
}

/** Who signs: the name that is set, or the coordinator who reads the answers; null when that is nobody in particular. */
export function signatureOf({ sender, coordinators }: Pick<Movement, 'sender' | 'coordinators'>): string | null {
  const replyTo = sender.replyTo.toLowerCase()
  return sender.signature ?? coordinators.find(({ email }) => email === replyTo)?.name ?? null
}

/** How a mail to the team itself ends: nobody of it signs to the others. */
export function signedByTeam(movement: Pick<Movement, 'sender'>, language: Language) {
  return { question: '', signature: senderName(movement, language), sender: '' }
}
