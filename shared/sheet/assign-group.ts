import { departmentKey, townKey } from '#shared/domain/place.ts'
import { fold } from '#shared/record/fold.ts'
import type { SheetRowProblem } from '#shared/text/sheet-problem.ts'
import { type RowRefusal, refuseRow } from './assign-rows.ts'
import { departmentNumber } from './departments.ts'
import { addTarget, type GroupIndex, groupsNamed, nameAndTown, type Target } from './group-index.ts'
import { differenceOf, type GroupMarks, groupMarksOf, joinMarks, likeness, type MarkName } from './group-marks.ts'
import { nearest } from './nearest.ts'
import type { Entry } from './problem.ts'
import { lostRow, textOf } from './read-row.ts'
import type { RecognisedSheet } from './recognise.ts'

/** The departments that the rows of one name say, by that name: where a group that we know is one of them, another row is about another group. */
export type Claims = ReadonlyMap<string, ReadonlySet<string>>

export function claimsOf(sheets: readonly RecognisedSheet[], { byUid }: GroupIndex): Claims {
  const claims = new Map<string, Set<string>>()
  if (byUid.size === 0) return claims
  for (const sheet of sheets.filter(({ kind }) => kind === 'groups')) {
    for (const row of sheet.rows) {
      const department = textOf({ sheet, row }, 'own', 'department')
      if (department === '') continue
      const name = fold(textOf({ sheet, row }, 'own', 'name'))
      const known = claims.get(name) ?? new Set()
      claims.set(name, known.add(numberOf(department)))
    }
  }
  return claims
}

const numberOf = (department: string) => departmentNumber(department) ?? departmentKey(department)

/** Groups of one name that are looked at; a network has no more. */
const mostNamesakes = 50

/** The group that a row of a sheet of groups is about: the one that its id names, the one of its name from which it does not differ, else a new one. */
export function assignGroup(entry: Entry, index: GroupIndex, claims: Claims): Target | RowRefusal {
  const fault = lostRow(entry)
  if (fault) return { entry, fault }
  const name = textOf(entry, 'own', 'name').replace(/\s+/g, ' ')
  const marks = groupMarksOf(entry)
  const byId = index.byUid.get(textOf(entry, 'key', 'uid'))
  if (byId) return byId
  const named = groupsNamed(index, name, marks.town)
  const ambiguous = () =>
    refuseRow(entry, 'own', name, { code: 'group_ambiguous', near: named.slice(0, 5).map(nameAndTown) })
  if (named.length > mostNamesakes) return ambiguous()
  const isAlone = named.length === 1
  const found = named.map((target) => ({ target, by: difference(target, marks, isAlone) }))
  const fits = likeliest(
    found.flatMap(({ target, by }) => (by === null ? [target] : [])),
    marks,
  )
  const [fit] = fits
  if (fits.length > 1) return ambiguous()
  const other = fit ? contradiction(fit, entry) : null
  if (other) return refuseRow(entry, 'own', name, other)
  if (fit) return joined(fit, marks)
  const claimed = claims.get(fold(name))
  const doubt = found.map(({ target, by }) => doubtOf(target, by, marks, claimed)).find((one) => one !== null)
  if (doubt) return refuseRow(entry, 'own', name, doubt)
  return made(index, entry, { name, marks, others: found.map(({ target }) => target) })
}

function joined(target: Target, marks: GroupMarks): Target {
  target.marks = joinMarks(target.marks, marks)
  return target
}

function made(
  index: GroupIndex,
  entry: Entry,
  { name, marks, others }: { name: string; marks: GroupMarks; others: readonly Target[] },
): Target {
  const target: Target = { uid: null, name, town: textOf(entry, 'own', 'town') || null, marks, entries: [] }
  if (others.length > 0)
    for (const one of [target, ...others]) if (one.marks.country !== null) one.country = one.marks.country
  addTarget(index, target)
  return target
}

/** A group that we know may have moved: alone of its name, and until a row says where it is, its town is not what tells it. */
function difference(target: Target, marks: GroupMarks, isAlone: boolean): MarkName | null {
  const isOpen = target.uid !== null && isAlone && !target.entries.some(({ sheet }) => sheet.kind === 'groups')
  if (!isOpen) return differenceOf(target.marks, marks)
  const moved = marks.town !== null && target.town !== null && townKey(marks.town) !== townKey(target.town)
  const stays: GroupMarks = { ...target.marks, town: null, ...(moved ? { latitude: null, longitude: null } : {}) }
  const by = differenceOf(stays, marks)
  // Its region follows from its town, and the sheet's may be spelled otherwise
  return by === 'region' || (moved && by === 'department' && marks.department === null) ? null : by
}

/** Of several that fit, those that have most in common with the row. */
function likeliest(targets: readonly Target[], marks: GroupMarks): Target[] {
  const scored = targets.map((target) => ({ target, score: likeness(target.marks, marks) }))
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0)
  return scored.filter(({ score }) => score === best).map(({ target }) => target)
}

type Doubt = { code: 'name_taken'; line: number; town: string }

/** Why another group of a name may be the same: a slip in the town, a group that we know elsewhere, or nothing that we could tell them apart by. */
function doubtOf(
  target: Target,
  by: MarkName | null,
  marks: GroupMarks,
  claimed: ReadonlySet<string> = new Set(),
): Doubt | null {
  const first = firstRow(target)
  const town = first ? textOf(first, 'own', 'town') : (target.town ?? '')
  const doubt = takenBy(target)
  if (by === 'position' || by === 'address') return sameTown(target.marks, marks) ? doubt : null
  if (by === 'country') return marks.country === null ? doubt : null
  // A row before has moved it here from elsewhere: either may be about it
  const isMoved = target.uid !== null && first !== undefined && townKey(target.town ?? '') !== townKey(town)
  if (isMoved) return doubt
  if (by === 'town') return nearest(townKey(marks.town ?? ''), [[townKey(town), town]]).length > 0 ? doubt : null
  const isKnown = target.uid !== null && first === undefined
  const isClaimed = target.marks.department !== null && claimed.has(numberOf(target.marks.department))
  return isKnown && !isClaimed ? doubt : null
}

function firstRow({ entries }: Target): Entry | undefined {
  return entries.find((entry) => entry.sheet.kind === 'groups')
}

function takenBy(target: Target): Doubt {
  const first = firstRow(target)
  const town = first ? textOf(first, 'own', 'town') : (target.town ?? '')
  return {
    code: 'name_taken',
    line: first?.row.line ?? 0,
    town: town || (target.marks.department ?? target.marks.region ?? ''),
  }
}

/** What one group has one of. */
const ofOneGroup = ['public_email', 'website', 'founded_on', 'state', 'active_members'] as const

/** Where a row says otherwise of what a group has one of than the row before it: they may be two groups of one name, or one of the rows is old. */
function contradiction(target: Target, entry: Entry): SheetRowProblem | null {
  const first = firstRow(target)
  if (!first) return null
  const said = (row: Entry, field: string) => fold(textOf(row, 'own', field).slice(0, 300))
  const differing = ofOneGroup.find((field) => {
    const [one, other] = [said(first, field), said(entry, field)]
    return one !== '' && other !== '' && one !== other
  })
  const column = entry.sheet.columns.find(({ part, field }) => part === 'own' && field === differing)
  if (differing === undefined || !column) return null
  return { code: 'group_differs', line: first.row.line, heading: entry.sheet.headings[column.index] ?? '' }
}

function sameTown(a: GroupMarks, b: GroupMarks): boolean {
  return townKey(a.town ?? '') === townKey(b.town ?? '')
}
