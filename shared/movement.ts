import { type Sections, sectionsOf } from './record/sections.ts'
import { checkSettings, completeSettings, type Settings, type SomeSettings } from './settings.ts'
import { isLanguage } from './text/language.ts'

/** One organisation that Relance serves: what is set, and the sections of a group's record that follow from it. */
export type Movement = Settings & { readonly sections: Sections }
export type Calendar = Movement['calendar']
export type Caps = Movement['caps']

/** What `movement.config.ts` says, checked. @throws MovementError with all that is wrong. */
export function defineMovement(fixed: SomeSettings): SomeSettings {
  checkSettings(fixed)
  return fixed
}

/** @throws MovementError when something is missing, or wrong. */
export function movementOf(fixed: SomeSettings): Movement {
  const settings = completeSettings(fixed)
  return { ...settings, sections: sectionsOf(settings) }
}

/** The language to write in to somebody who prefers `preferred`. */
export function languageOf(movement: Movement, preferred: string | null | undefined): Movement['languages'][number] {
  if (isLanguage(preferred) && movement.languages.includes(preferred)) return preferred
  return movement.languages[0] ?? 'fr'
}
