import { ask } from '#shared/db/ask.ts'
import { type EditedGroup, listEditedGroups } from '#shared/db/edited-groups.ts'
import { listRegions } from '#shared/db/group-list.ts'
import type { ListOrder } from '#shared/db/group-order.ts'
import { judgementIn } from '#shared/db/group-where.ts'
import { rarest, termSizes } from '#shared/db/terms.ts'
import type { GroupFilter } from '#shared/domain/group-filter.ts'
import { searchTerms } from '#shared/domain/search.ts'
import type { DeskContext } from '../env.ts'

export type FoundRows = { groups: EditedGroup[]; places: { region: string; departments: string[] }[] }

/** The groups of a window, and one more where there is one. In one trip; two where words are looked for, of which the rarest is begun with. */
export async function findRows(
  { var: { reads, movement, now } }: DeskContext,
  view: ListOrder & { filter: GroupFilter; page: number },
  perPage: number,
): Promise<FoundRows> {
  const { filter, page } = view
  const terms = searchTerms(filter.text)
  const window = { offset: (page - 1) * perPage, limit: perPage + 1 }
  const judgement = judgementIn(movement, now)
  const list = (rare: number | null) =>
    listEditedGroups(reads, movement.sections, filter, view, window, { ...judgement, rarest: rare })
  const places = listRegions(reads)
  if (terms.length === 0) return ask(reads, { groups: list(null), places })
  const known = await ask(reads, { sizes: termSizes(reads, terms), places })
  if (known.sizes.includes(0)) return { groups: [], places: known.places }
  return { ...known, ...(await ask(reads, { groups: list(rarest(known.sizes)) })) }
}
