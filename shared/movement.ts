import { countriesOf, type Sections, sectionsOf } from './record/sections.ts'
import { checkSome, completeSettings } from './settings/complete.ts'
import { nounsIn } from './settings/country-nouns.ts'
import type { SettingValues } from './settings/keys.ts'
import type { MovementSettings, SomeSettings } from './settings/schema.ts'
import { isForTeam, isLanguage, type Language } from './text/language.ts'
import type { Nouns } from './text/nouns.ts'

/** One organisation that Relance serves: what is set, and the sections of a group's record that follow from it. */
export type Movement = Omit<MovementSettings, 'sections' | 'coordinators' | 'nouns'> & {
  /** With those of its country, and its rhythm. */
  readonly nouns: Nouns
  /** Of the groups in its country. */
  readonly sections: Sections
  readonly coordinators: readonly Coordinator[]
  /** Where its groups are: its own country first. */
  readonly countries: readonly string[]
  /** The sections of groups in one of these countries. */
  readonly sectionsIn: (country: string) => Sections
}
/** Somebody of the team. `isFixed`: `movement.config.ts` names them, and nobody changes that at the desk. */
export type Coordinator = MovementSettings['coordinators'][number] & { isFixed?: true }
export type Calendar = Movement['calendar']
export type Caps = Movement['caps']

/** What `movement.config.ts` fixes, checked. @throws SettingsError with all that is wrong. */
export function defineMovement(fixed: SomeSettings): SomeSettings {
  checkSome(fixed)
  return fixed
}

/** What is fixed, else what is stored, else what goes without saying. @throws SettingsError when something is missing, or what is fixed is wrong. */
export function movementOf(fixed: SomeSettings, stored: SettingValues = {}): Movement {
  const complete = completeSettings(fixed, stored)
  const spokenIn = (country: string) => withRhythm(nounsIn(country, complete.nouns), complete.calendar)
  const settings = { ...complete, nouns: spokenIn(complete.country) }
  const named = new Set(fixed.coordinators?.map(({ email }) => email.toLowerCase()))
  const coordinators = settings.coordinators.map((one) =>
    named.has(one.email) ? ({ ...one, isFixed: true } as const) : one,
  )
  const countries = countriesOf(settings)
  const made = new Map<string, Sections>()
  const sectionsIn = (country: string): Sections => {
    const known = made.get(country) ?? sectionsOf({ ...settings, country, countries, nouns: spokenIn(country) })
    made.set(country, known)
    return known
  }
  return { ...settings, coordinators, countries, sectionsIn, sections: sectionsIn(settings.country) }
}

const withRhythm = (nouns: Nouns, { every }: Calendar): Nouns => (every === 1 ? nouns : { ...nouns, every })

/** The movement as groups of one of its countries meet it: numbers, postal codes, examples and the names of areas are as there. */
export function movementIn(movement: Movement, country: string | null | undefined): Movement {
  if (!country || country === movement.country || !movement.countries.includes(country)) return movement
  const sections = movement.sectionsIn(country)
  return { ...movement, country, sections, nouns: sections.nouns }
}

/** The country that a form says a group is in; null where it says none. In a movement of one country it goes without saying. */
export function countrySaid({ country, countries }: Movement, text: string | undefined): string | null {
  if (countries.length === 1) return country
  return text !== undefined && countries.includes(text) ? text : null
}

/** The language to write in to somebody who prefers `preferred`. */
export function languageOf(movement: Pick<Movement, 'languages'>, preferred: string | null | undefined): Language {
  if (isLanguage(preferred) && movement.languages.includes(preferred)) return preferred
  return movement.languages[0] ?? 'fr'
}

/** Whom mails and pages come from, as somebody who reads this language knows it. */
export function senderName({ sender }: Pick<Movement, 'sender'>, language: Language): string {
  return sender.names[language] ?? sender.name
}

/** The language of the team's pages for somebody who prefers `preferred`: a page is whole, so one that lacks them is not begun. */
export function teamLanguageOf(movement: Pick<Movement, 'languages'>, preferred: string | null | undefined): Language {
  return [languageOf(movement, preferred), ...movement.languages].find(isForTeam) ?? 'en'
}
