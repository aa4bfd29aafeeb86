import type { Movement } from '#shared/movement.ts'

/** What keys may be for: `map`, `lists/annonces`… */
export function feedPurposes({ lists }: Pick<Movement, 'lists'>): string[] {
  return ['map', 'calendar', 'api', 'api/people', ...lists.map(({ key }) => `lists/${key}`)]
}

/** Characters of what a key is called. */
export const longestKeyName = 120
