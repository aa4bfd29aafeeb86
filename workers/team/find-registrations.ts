import type { OpenRegistration } from '#shared/db/open-registrations.ts'
import { hasTerms, type SearchTerm } from '#shared/domain/search.ts'

/** Of the groups that wait for the team, those that a search is about: by their name, their town, or who registered them. */
export function registrationsFound(all: readonly OpenRegistration[], terms: readonly SearchTerm[]): OpenRegistration[] {
  if (terms.length === 0) return []
  return all.filter(({ groupName, town, postcode, name, email, phone }) =>
    hasTerms(terms, { names: [groupName, town, postcode ?? '', name], email, phone }),
  )
}
