import { rowsOf } from '#shared/domain/change.ts'
import { membershipRows, type NewAddress } from '#shared/domain/memberships.ts'
import { gazetteerOf, whereabouts } from '#shared/domain/place.ts'
import { isBlank, type RowProblem, readTyped, type TypedRow } from '#shared/domain/typed-section.ts'
import { localTime } from '#shared/domain/zone.ts'
import { countrySaid, type Movement, movementIn } from '#shared/movement.ts'
import type { ListName, SectionName } from '#shared/record/record.ts'
import type { AnyRow } from '#shared/record/row.ts'
import type { Section } from '#shared/record/section.ts'
import { noPart } from '#shared/record/sections/campaigns.ts'
import type { Acting } from '../acting.ts'
import type { GroupToWrite } from '../group-state.ts'

/** A section as somebody typed it. */
export type TypedSection = { section: SectionName; rows: readonly TypedRow[] }

/** Rows that are neither the group's nor new: a forged form may name another group's, or a stranger's; of an old page, they may be gone meanwhile. */
export function foreignRows({ sections }: Movement, state: GroupToWrite, { section, rows }: TypedSection): TypedRow[] {
  const form = sections.named(section)
  if (section === 'campaigns') return rows.filter((row) => !isBlank(row) && !isCampaign(state, row))
  // Elsewhere rows may be new; the box that removes one stands beside those that are not
  return rows.filter((row) => (isGiven(form) || row.removed) && !isOfGroup(state, form.list, row))
}

/** What typed rows make of the section, and what is wrong with them. None of them is foreign. */
export function readRows(
  acting: Acting,
  state: GroupToWrite,
  { section, rows }: TypedSection,
  mint: () => string,
): { rows: AnyRow[]; problems: RowProblem[]; addresses?: NewAddress[] } {
  const { now } = acting
  const movement = movementOfRow(acting.movement, state, section === 'identity' ? rows[0] : undefined)
  const form = movement.sections.named(section)
  const taken = isGiven(form) ? rows.map(kept) : rows
  const today = localTime(now, movement.timeZone).day
  const read = readTyped(form, taken, { shown: state.group.shown, today, country: movement.country })
  if (section === 'campaigns') return { ...read, rows: read.rows.filter((row) => isCampaign(state, row)).flatMap(part) }
  if (section === 'identity') return { ...read, rows: read.rows.map((row) => placedRow(state, row, movement.country)) }
  if (section !== 'referents' || read.problems.length > 0) return read
  const referentsNow = membershipRows(read.rows, {
    shown: rowsOf(state.group.shown, 'referents'),
    current: rowsOf(state.group.record, 'referents'),
    invited: state.group.invited,
    mint,
  })
  return {
    ...referentsNow,
    problems: [...doubledAddresses(read.rows, rowsOf(state.group.shown, 'referents')), ...unreached(read.rows)],
  }
}

/** The movement as a group meets it in the country that it says, or said before. */
export function movementOfRow(movement: Movement, { group }: Shown, row: TypedRow | undefined): Movement {
  return movementIn(movement, countrySaid(movement, row?.texts.country) ?? group.shown.group[0]?.country)
}

type Shown = { group: Pick<GroupToWrite['group'], 'shown'> }

/** Sections whose rows stand for whom or what the group is, and that nobody adds or removes there. */
function isGiven({ store }: Section): boolean {
  return store.kind === 'group' || store.kind === 'boxes'
}

/** DANGER: rows are written by their uid alone. */
function isOfGroup({ group }: GroupToWrite, list: ListName, { uid }: { uid: string }): boolean {
  return [...rowsOf(group.record, list), ...rowsOf(group.shown, list)].some((row) => row.uid === uid)
}

const kept = (row: TypedRow): TypedRow => ({ ...row, removed: false })

/** A group that moved is where its new town is. What we do not know of a town stays empty. */
export function placedRow(
  { group, places }: Shown & Pick<GroupToWrite, 'places'>,
  row: AnyRow,
  country: string,
): AnyRow {
  const [was] = group.shown.group
  const now = { town: row.town as string | null, postcode: row.postcode as string | null }
  const stays = was?.town === now.town && was.postcode === now.postcode && was.country === row.country
  if (!was || stays) return row
  const before = was.country === row.country ? was : nowhere
  return { ...row, ...whereabouts(gazetteerOf(places, country), now, before) } as AnyRow
}

const nowhere = { town: null, postcode: null, department: null, region: null, latitude: null, longitude: null }

/** A group's part in a campaign. Whoever counts people without saying how took part; the importer takes it so too. */
function part(row: AnyRow): AnyRow[] {
  if (row.role === noPart) return [{ ...row, people: null }]
  if (row.role !== null) return [row]
  return row.people === null ? [] : [{ ...row, role: 'joins' }]
}

/** One of the latest, which everybody is asked about, or one of before that the group had a part in. */
function isCampaign(state: GroupToWrite, row: { uid: string }): boolean {
  return state.campaigns.some(({ uid }) => uid === row.uid) || isOfGroup(state, 'campaigns', row)
}

/** Whoever has no mail address is called. */
function unreached(rows: readonly AnyRow[]): RowProblem[] {
  return rows
    .filter(({ email, phone }) => email === null && phone === null)
    .map(({ uid }) => ({ uid, field: 'phone', problem: { code: 'required' } }))
}

/** Of two rows with one address that which was typed now, where the other stood before; else all but the first. */
function doubledAddresses(rows: readonly AnyRow[], shown: readonly AnyRow[]): RowProblem[] {
  const before = new Map(shown.map(({ uid, email }) => [uid, email]))
  const isTyped = ({ uid, email }: AnyRow) => before.get(uid) !== email
  const inOrder = [...rows.filter((row) => !isTyped(row)), ...rows.filter(isTyped)]
  const first = new Map(inOrder.toReversed().map(({ uid, email }) => [email, uid]))
  return rows
    .filter(({ uid, email }) => email !== null && first.get(email) !== uid)
    .map(({ uid }) => ({ uid, field: 'email', problem: { code: 'duplicate' } }))
}
