import type { Day } from '#shared/domain/day.ts'
import type { Risk } from '#shared/domain/risk.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

/** Why a group should be called; `dayOf` writes a day as the page does. */
export function riskInWords(
  risk: Risk,
  movement: Pick<Movement, 'timeZone' | 'nouns' | 'sentences'>,
  language: Language,
  dayOf: (day: Day, language: Language) => string,
): string {
  const text = textIn(language, movement).dashboard.risks
  const since = (at: Date) => dayOf(localTime(at, movement.timeZone).day, language)
  if (risk.why === 'unsubscribed') {
    const people = risk.people.map(({ name, since: at, how }) => text.wantsNone[how](name, since(at)))
    return text.unsubscribed(people, risk.isAll)
  }
  if (risk.why === 'silent') return text.silent(risk.rounds)
  if (risk.why === 'shrinking') return text.shrinking(risk.from, risk.to)
  if (risk.why === 'bounced') return text.bounced(risk.people.map((one) => text.since(one.name, since(one.since))))
  return text[risk.why]
}

/** What a coordinator is called, by their address; one who is gone by what stands before the @. */
export function coordinatorName(address: string, { coordinators }: Pick<Movement, 'coordinators'>): string {
  return coordinators.find(({ email }) => email === address)?.name ?? address.split('@')[0] ?? address
}
