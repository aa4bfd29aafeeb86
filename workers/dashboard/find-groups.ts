import { ask } from '#shared/db/ask.ts'
import {
  countGroups,
  countPlaced,
  type ListedGroup,
  listGroups,
  listRegions,
  listRounds,
} from '#shared/db/group-list.ts'
import type { Judgement } from '#shared/db/group-where.ts'
import { ofIdentifier } from '#shared/db/of-identifier.ts'
import { listOpenRegistrations, type OpenRegistration } from '#shared/db/open-registrations.ts'
import type { ReadDatabase } from '#shared/db/read-only.ts'
import { rarest, termSizes } from '#shared/db/terms.ts'
import { isOfPlace } from '#shared/domain/group-filter.ts'
import { type SearchTerm, searchTerms } from '#shared/domain/search.ts'
import type { Sections } from '#shared/record/sections.ts'
import { registrationsFound } from '#workers/team/find-registrations.ts'
import { findSuggestions } from '#workers/team/find-suggestions.ts'
import { fieldsOfColumns } from './field-columns.tsx'
import { groupsPerPage, type ListView } from './list-view.ts'

/** Things that a list tells of a group, of those that its filter looks for. */
export const doingsShown = 2

/** Rounds that silence is counted over. */
export const roundsCounted = 120

/** What a page of a list shows, and what its filters offer. */
export type Found = {
  groups: ListedGroup[]
  count: number
  places: { region: string; departments: string[] }[]
  rounds: { key: string; openedAt: Date }[]
  /** What may have been meant, where nothing was found. */
  suggestions: string[]
  /** What a text finds that is no group yet. */
  registrations: OpenRegistration[]
  /** The group whose identifier is looked for. */
  identified: string | null
}

/** The groups of a view, in two trips to the database at most. */
export async function findGroups(
  db: ReadDatabase,
  view: ListView,
  judgement: Judgement,
  sections: Sections,
): Promise<Found> {
  const terms = searchTerms(view.filter.text)
  if (terms.length > 0) return findByText(db, view, terms, judgement, sections)
  const { placed, ...answers } = await ask(db, {
    groups: listGroups(db, view.filter, view, windowOf(view, sections), judgement),
    placed: countPlaced(db, view.filter),
    ...frameOf(db),
  })
  const count = isOfPlace(view.filter) ? placed : await countFound(db, view, answers.groups.length, judgement)
  return { ...answers, count, suggestions: [], registrations: [], identified: null }
}

/** A year of rounds, where the members are shown. */
const windowOf = ({ page, columns }: ListView, sections: Sections) => ({
  offset: (page - 1) * groupsPerPage,
  limit: groupsPerPage,
  rounds: columns.includes('members') ? 12 : 0,
  doings: doingsShown + 1,
  fields: fieldsOfColumns(sections, columns),
})
const frameOf = (db: ReadDatabase) => ({ places: listRegions(db), rounds: listRounds(db, roundsCounted) })

/** A word that nobody has ends the search; of the others, the rarest is begun with. */
async function findByText(
  db: ReadDatabase,
  view: ListView,
  terms: readonly SearchTerm[],
  judgement: Judgement,
  sections: Sections,
) {
  const { sizes, open, identifier, ...frame } = await ask(db, {
    sizes: termSizes(db, terms),
    identifier: ofIdentifier(db, view.filter.text),
    open: listOpenRegistrations(db),
    ...frameOf(db),
  })
  const registrations = registrationsFound(open, terms)
  const identified = identifier.group
  const missing = sizes.indexOf(0)
  if (missing >= 0) {
    const suggestions =
      registrations.length > 0 || identified ? [] : await findSuggestions(db, view.filter.text, terms[missing])
    return { ...frame, groups: [], count: 0, suggestions, registrations, identified }
  }
  const begun = { ...judgement, rarest: rarest(sizes) }
  const found = await ask(db, {
    groups: listGroups(db, view.filter, view, windowOf(view, sections), begun),
    count: countGroups(db, view.filter, begun),
  })
  return { ...frame, ...found, suggestions: [], registrations, identified }
}

/** A list that ends on its page needs no other look at the network to be counted. */
async function countFound(db: ReadDatabase, view: ListView, shown: number, judgement: Judgement): Promise<number> {
  const before = (view.page - 1) * groupsPerPage
  if (shown < groupsPerPage && (shown > 0 || view.page === 1)) return before + shown
  return (await ask(db, { count: countGroups(db, view.filter, judgement) })).count
}

/** The same filter, knowing which word of its text to begin with. */
export async function judgementOf(db: ReadDatabase, { filter }: ListView, judgement: Judgement): Promise<Judgement> {
  const terms = searchTerms(filter.text)
  if (terms.length === 0) return judgement
  const { sizes } = await ask(db, { sizes: termSizes(db, terms) })
  return { ...judgement, rarest: rarest(sizes) }
}
