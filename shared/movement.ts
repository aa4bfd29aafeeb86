import { type Sections, sectionsOf } from './record/sections.ts'
import { checkSome, completeSettings } from './settings/complete.ts'
import { nounsIn } from './settings/country-nouns.ts'
import type { SettingValues } from './settings/keys.ts'
import type { MovementSettings, SomeSettings } from './settings/schema.ts'
import { isForTeam, isLanguage, type Language } from './text/language.ts'

/** One organisation that Relance serves: what is set, and the sections of a group's record that follow from it. */
export type Movement = Omit<MovementSettings, 'sections' | 'coordinators'> & {
  readonly sections: Sections
  readonly coordinators: readonly Coordinator[]
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
  const settings = { ...complete, nouns: nounsIn(complete.country, complete.nouns) }
  const named = new Set(fixed.coordinators?.map(({ email }) => email.toLowerCase()))
  const coordinators = settings.coordinators.map((one) =>
    named.has(one.email) ? ({ ...one, isFixed: true } as const) : one,
  )
  return { ...settings, coordinators, sections: sectionsOf(settings) }
}

/** The language to write in to somebody who prefers `preferred`. */
export function languageOf(movement: Pick<Movement, 'languages'>, preferred: string | null | undefined): Language {
  if (isLanguage(preferred) && movement.languages.includes(preferred)) return preferred
  return movement.languages[0] ?? 'fr'
}

/** The language of the team's pages for somebody who prefers `preferred`: a page is whole, so one that lacks them is not begun. */
export function teamLanguageOf(movement: Pick<Movement, 'languages'>, preferred: string | null | undefined): Language {
  return [languageOf(movement, preferred), ...movement.languages].find(isForTeam) ?? 'en'
}
