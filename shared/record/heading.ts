import { fold } from './fold.ts'

/** Characters by which a heading is told: a whole question of a form is shorter, and each is looked up in every kind of sheet. */
const longest = 1000

/** A heading as people type it: no case, accents, spaces, dots or dashes. */
export function headingKey(heading: string): string {
  return fold(heading.slice(0, longest)).replaceAll(' ', '')
}

/** What a heading's key looks like, where `{n}` is a number from 1 to 99, or none for 1. */
export function headingPattern(heading: string): RegExp {
  const parts = heading.split('{n}').map((part) => headingKey(part).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('([1-9]\\d?)?')}$`)
}

/** The headings of ours that a movement says its own mean, by the key of its own. */
export type MeantHeadings = ReadonlyMap<string, string>

export function meantHeadings(headings: Readonly<Record<string, string>>): MeantHeadings {
  return new Map(Object.entries(headings).map(([theirs, meant]) => [headingKey(theirs), meant]))
}
