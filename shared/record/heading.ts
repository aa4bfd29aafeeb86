import movement from '#movement'
import { plain } from './plain.ts'

/** A heading as people type it: no case, accents, spaces, dots or dashes. */
export function headingKey(heading: string): string {
  return plain(heading).replaceAll(' ', '')
}

/** What a heading's key looks like, where `{n}` is a number from 1 to 99, or none for 1. */
export function headingPattern(heading: string): RegExp {
  const parts = heading.split('{n}').map((part) => headingKey(part).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('([1-9]\\d?)?')}$`)
}

const ours = new Map(Object.entries(movement.headings).map(([theirs, meant]) => [headingKey(theirs), meant]))

/** The headings of ours to which the movement's own lead. */
export const meantHeadings: readonly string[] = [...new Set(ours.values())]

/** The heading of ours that the movement says it means; itself where it says nothing. */
export function meantHeading(heading: string): string {
  return ours.get(headingKey(heading)) ?? heading
}
