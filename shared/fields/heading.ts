import movement from '#movement'
import { plain } from './plain.ts'

/** A heading as people type it: no case, accents, spaces, dots or dashes. */
export function headingKey(heading: string): string {
  return plain(heading).replaceAll(' ', '')
}

const ours = new Map(Object.entries(movement.headings).map(([theirs, meant]) => [headingKey(theirs), meant]))

/** The headings of ours to which the movement's own lead. */
export const meantHeadings: readonly string[] = [...new Set(ours.values())]

/** The heading of ours that the movement says it means; itself where it says nothing. */
export function meantHeading(heading: string): string {
  return ours.get(headingKey(heading)) ?? heading
}
