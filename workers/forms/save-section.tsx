import movement from '#movement'
import { isNameTaken } from '#shared/db/record-changes.ts'
import { isOvertaken } from '#shared/db/revisions.ts'
import { type AnyRow, type Change, rowsOf, withRows } from '#shared/domain/change.ts'
import { type Merge, mergeRecords } from '#shared/domain/merge.ts'
import { gazetteerOf, whereabouts } from '#shared/domain/place.ts'
import { Problem } from '#shared/domain/problem.ts'
import { seatRows } from '#shared/domain/seats.ts'
import { blankRow, type RowProblem, readTyped, type TypedRow, typedFromForm } from '#shared/domain/typed-section.ts'
import { type SectionName, sections } from '#shared/fields/record.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { answerStatements } from './answer.ts'
import { mintUid, sectionParam, shownRows, showSection } from './edit-section.tsx'
import type { FormsContext } from './env.ts'
import { readForm, texts } from './form.ts'
import type { Press } from './page-stamp.ts'
import { type GroupVisit, openGroup, readGroupPress } from './visit.ts'
import { writePress } from './write-press.ts'
import { leavesNobody, recordStatements } from './write-record.ts'

/** How often a save starts again because somebody else's landed first. */
const attempts = 4

type Posted = {
  section: SectionName
  rows: TypedRow[]
  since: number
  press: Press
  isNobodyMeant: boolean
  wantsRow: boolean
}

/** Takes a section's form: saves it, or brings it back with what was typed and what to do next. */
export async function saveSection(context: FormsContext): Promise<Response> {
  const posted = await readPosted(context)
  for (let attempt = 1; ; attempt++) {
    try {
      return await trySave(context, posted)
    } catch (error) {
      if (!isOvertaken(error)) throw error
      if (attempt === attempts) throw new Problem('busy')
    }
  }
}

async function readPosted(context: FormsContext): Promise<Posted> {
  const section = sectionParam(context)
  const data = await readForm(context)
  const form = texts(data)
  const since = Number(form.get('since'))
  return {
    section,
    rows: typedFromForm(sections[section].list, form),
    since: Number.isSafeInteger(since) && since >= 0 ? since : 0,
    press: await readGroupPress(context, data),
    isNobodyMeant: form.get('nobody') === 'oui',
    wantsRow: form.get('do') === 'add',
  }
}

async function trySave(context: FormsContext, posted: Posted): Promise<Response> {
  const { section, rows, since } = posted
  const questions = {
    ...(section === 'referents' ? { addresses: addressesIn(rows) } : {}),
    ...(section === 'identity' ? { places: { country: movement.country, town: rows[0]?.texts.town ?? '' } } : {}),
  }
  const visit = await openGroup(context, { since, ...questions, isReturning: posted.press !== 'stale' })
  const state = { section, rows, since }
  if (posted.wantsRow) {
    const added = mintUid()
    return showSection(context, visit, { ...state, rows: [...rows, blankRow(added)], added })
  }
  if (posted.press === 'stale' || posted.press === 'scripted') return showAgain(context, visit, posted)
  const typed = readSection(visit, posted)
  if (typed.problems.length > 0) return showSection(context, visit, { ...state, problems: typed.problems, status: 422 })
  if (needsNobody(visit, posted, typed.rows))
    return showSection(context, visit, { ...state, asksNobody: true, status: 422 })
  const { list } = sections[section]
  const merge = mergeRecords(visit.group.shown, withRows(visit.group.shown, list, typed.rows), visit.group.record)
  if (merge.conflicts.length > 0) return showConflicts(context, visit, section, merge)
  // What somebody took the time to type is theirs, however quick; a form sent back as it came may be a robot's
  if (posted.press === 'hasty' && merge.changes.length === 0) return showAgain(context, visit, posted)
  return write(context, visit, posted, merge)
}

/** The page as it was typed, to be sent once more. */
function showAgain(
  context: FormsContext,
  visit: GroupVisit,
  { section, rows, since, press }: Posted,
): Promise<Response> {
  return showSection(context, visit, {
    section,
    rows,
    since,
    again: press === 'stale' ? 'stale' : 'hasty',
    status: 400,
  })
}

function addressesIn(rows: readonly TypedRow[]): string[] {
  return rows.map((row) => (row.texts.email ?? '').trim().toLowerCase()).filter((address) => address !== '')
}

function readSection(visit: GroupVisit, { section, rows }: Posted): { rows: AnyRow[]; problems: RowProblem[] } {
  const { list } = sections[section]
  const read = readTyped(list, rows, visit.group.shown)
  if (section === 'campaigns')
    return { ...read, rows: read.rows.filter((row) => isCampaign(visit, row) && row.role !== null) }
  if (section === 'identity') return { ...read, rows: read.rows.map((row) => placed(visit, row)) }
  if (section !== 'referents' || read.problems.length > 0) return read
  const seats = seatRows(read.rows, {
    group: visit.group.uid,
    shown: rowsOf(visit.group.shown, list),
    known: visit.known,
    mint: mintUid,
  })
  return { rows: seats, problems: doubledAddresses(read.rows) }
}

/** A group that moved is where its new town is. What we do not know of a town stays empty. */
function placed({ group, places }: GroupVisit, row: AnyRow): AnyRow {
  const [was] = rowsOf(group.shown, 'group')
  if (was?.town === row.town && was?.postcode === row.postcode) return row
  return { ...row, ...whereabouts(gazetteerOf(places), row) } as AnyRow
}

function isCampaign({ campaigns }: GroupVisit, row: AnyRow): boolean {
  return campaigns.some(({ uid }) => uid === row.uid)
}

function doubledAddresses(rows: readonly AnyRow[]): RowProblem[] {
  return rows
    .filter((row, index) => rows.findIndex((other) => other.email === row.email) < index)
    .map((row) => ({ uid: row.uid, field: 'email', problem: { code: 'duplicate' } }))
}

/** Everybody would be gone, and nobody said that this is meant. */
function needsNobody(visit: GroupVisit, { section, isNobodyMeant }: Posted, rows: readonly AnyRow[]): boolean {
  return section === 'referents' && !isNobodyMeant && leavesNobody(withRows(visit.group.record, 'referents', rows))
}

/** The other person's values with what was typed beside them; from here on the form corrects the record as it is now. */
function showConflicts(
  context: FormsContext,
  visit: GroupVisit,
  section: SectionName,
  { record, conflicts }: Merge,
): Promise<Response> {
  const rows = shownRows(visit, section, record)
  return showSection(context, visit, { section, rows, since: visit.group.number, conflicts, status: 409 })
}

async function write(
  context: FormsContext,
  visit: GroupVisit,
  posted: Posted,
  { record, changes }: Merge,
): Promise<Response> {
  const { group, person } = visit
  const statements = [
    ...recordStatements(context, visit, { record, changes }),
    ...answerStatements(context, visit, { kind: answerKind(changes), sections: [posted.section] }),
  ]
  try {
    await writePress(context, visit, statements)
  } catch (error) {
    if (!isNameTaken(error)) throw error
    const problems: RowProblem[] = [{ uid: group.uid, field: 'name', problem: { code: 'duplicate' } }]
    return showSection(context, visit, { ...posted, problems, status: 422 })
  }
  const isLeaving = !record.referents.some((referent) => referent.uid === person.uid)
  if (isLeaving) return redirectTo(`${visit.path}?done=left`)
  const done = changes.length > 0 ? 'saved' : 'checked'
  return redirectTo(`${visit.path}/${group.uid}?done=${done}&section=${posted.section}`)
}

function answerKind(changes: readonly Change[]): 'updated' | 'confirmed' | 'paused' {
  const sleeps = changes.some(
    (change) => change.list === 'group' && 'field' in change && change.field === 'state' && change.after === 'asleep',
  )
  if (sleeps) return 'paused'
  return changes.length > 0 ? 'updated' : 'confirmed'
}
