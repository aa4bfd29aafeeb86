import { type AnyRow, rowsOf } from '#shared/domain/change.ts'
import { gazetteerOf, whereabouts } from '#shared/domain/place.ts'
import { seatRows } from '#shared/domain/seats.ts'
import { type RowProblem, readTyped, type TypedRow, typedFromForm } from '#shared/domain/typed-section.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { SectionName } from '#shared/record/record.ts'
import { isLanguage, type Language } from '#shared/text/language.ts'
import { mintUid, sectionParam } from './edit-section.tsx'
import type { FormsContext } from './env.ts'
import { readForm, texts } from './form.ts'
import { openChoices, withMine } from './open-choices.ts'
import type { Press } from './page-stamp.ts'
import { type GroupVisit, readGroupPress } from './visit.ts'

/** A section's form as it was posted. */
export type Posted = {
  section: SectionName
  rows: TypedRow[]
  since: number
  press: Press
  isNobodyMeant: boolean
  /** A town that we do not know, of which they were asked whether they mean it. */
  townMeant: string | null
  wantsRow: boolean
  /** The language in which they want what they typed. */
  to: Language | null
  /** Controls of which a choice between two people's values was asked and not made. */
  open: string[]
}

export async function readPosted(context: FormsContext): Promise<Posted> {
  const section = sectionParam(context)
  const data = await readForm(context)
  const form = texts(data)
  const since = Number(form.get('since'))
  const to = form.get('to')
  return {
    section,
    rows: typedFromForm(context.var.movement.sections.named(section).fields, withMine(form)),
    since: Number.isSafeInteger(since) && since >= 0 ? since : 0,
    press: await readGroupPress(context, data, true),
    isNobodyMeant: form.get('nobody') === 'oui',
    townMeant: form.get('town_meant'),
    wantsRow: form.get('do') === 'add',
    to: isLanguage(to) ? to : null,
    open: openChoices(form),
  }
}

/** What typed rows make of the section, and what is wrong with them. */
export function readSection(
  visit: GroupVisit,
  { section, rows }: Posted,
  now: Date,
): { rows: AnyRow[]; problems: RowProblem[] } {
  const form = visit.movement.sections.named(section)
  const taken = isGiven(section) ? rows.filter((row) => isOfGroup(visit, section, row)).map(kept) : rows
  const read = readTyped(form, taken, { shown: visit.group.shown, today: localTime(now, visit.movement.timeZone).day })
  if (section === 'campaigns') return { ...read, rows: read.rows.filter((row) => isCampaign(visit, row)).flatMap(part) }
  if (section === 'identity') return { ...read, rows: read.rows.map((row) => placed(visit, row)) }
  if (section !== 'referents' || read.problems.length > 0) return read
  const seats = seatRows(read.rows, {
    group: visit.group.uid,
    shown: rowsOf(visit.group.shown, 'referents'),
    known: visit.known,
    guests: visit.group.guests,
    mint: mintUid,
  })
  return { rows: seats, problems: [...doubledAddresses(read.rows), ...unreached(read.rows)] }
}

/** Sections whose rows stand for whom or what the group is, and that nobody adds or removes there. */
function isGiven(section: SectionName): boolean {
  return section === 'identity' || section === 'lists'
}

/** DANGER: rows are written by their uid alone, and a forged form may name another group's, or a stranger's. */
function isOfGroup({ movement, group }: GroupVisit, section: SectionName, { uid }: TypedRow): boolean {
  const { list } = movement.sections.named(section)
  return [...rowsOf(group.record, list), ...rowsOf(group.shown, list)].some((row) => row.uid === uid)
}

const kept = (row: TypedRow): TypedRow => ({ ...row, removed: false })

/** A group that moved is where its new town is. What we do not know of a town stays empty. */
function placed({ group, places }: GroupVisit, row: AnyRow): AnyRow {
  const [was] = group.shown.group
  const now = { town: row.town as string | null, postcode: row.postcode as string | null }
  if (!was || (was.town === now.town && was.postcode === now.postcode)) return row
  return { ...row, ...whereabouts(gazetteerOf(places), now, was) } as AnyRow
}

/** A group's part in a campaign. Whoever counts people without saying how took part; the importer takes it so too. */
function part(row: AnyRow): AnyRow[] {
  if (row.role !== null) return [row]
  return row.people === null ? [] : [{ ...row, role: 'joins' }]
}

function isCampaign({ campaigns }: GroupVisit, row: AnyRow): boolean {
  return campaigns.some(({ uid }) => uid === row.uid)
}

/** Whoever has no mail address is called. */
function unreached(rows: readonly AnyRow[]): RowProblem[] {
  return rows
    .filter(({ email, phone }) => email === null && phone === null)
    .map(({ uid }) => ({ uid, field: 'phone', problem: { code: 'required' } }))
}

function doubledAddresses(rows: readonly AnyRow[]): RowProblem[] {
  return rows
    .filter((row, index) => row.email !== null && rows.findIndex((other) => other.email === row.email) < index)
    .map((row) => ({ uid: row.uid, field: 'email', problem: { code: 'duplicate' } }))
}
