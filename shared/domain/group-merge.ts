import { type Fields, fieldNames } from '#shared/record/field.ts'
import { fold } from '#shared/record/fold.ts'
import type { GroupRecord, ListName } from '#shared/record/record.ts'
import type { AnyRow, Value } from '#shared/record/row.ts'
import { rowKey } from '#shared/record/row-key.ts'
import type { Section } from '#shared/record/section.ts'
import type { Sections } from '#shared/record/sections.ts'
import { type Change, rowsOf, valuesOf, withRows } from './change.ts'
import { diffRecords } from './diff.ts'
import { type BetterWhy, betterOf, isEmptyValue, type MergeSide } from './merge-choice.ts'
import { mergeMark } from './merge-mark.ts'

/** One of two groups that become one: its record, who in it is only invited, and when somebody last said that it is right. */
export type MergingGroup = { record: GroupRecord; invited: readonly string[]; checkedAt: Date | null }

/** Something of which the two say different things: one of them is taken. `proposed`: the better one, and why. */
export type GroupChoice = {
  key: string
  list: ListName
  /** What is taken together: a town with its postal code and its place. */
  fields: readonly string[]
  kept: AnyRow
  other: AnyRow
  proposed: MergeSide
  why: BetterWhy
  taken: MergeSide
}

export type GroupMerge = {
  choices: GroupChoice[]
  /** Both records as they will be, and what that changes in them; a change begins with the mark of a merge. */
  kept: { record: GroupRecord; changes: Change[] }
  other: { record: GroupRecord; changes: Change[] }
  /** Rows that come over, and rows that both have, by list. */
  united: Readonly<Record<ListName, { came: number; both: number }>>
}

/** Where a group is goes with its town. */
const placeFields = ['town', 'postcode', 'department', 'region', 'latitude', 'longitude']

/** Choices that are asked; of further ones the better value is taken. */
export const mostChoices = 40

/** Works out what becomes of two groups that are one from now on. `chosen`: by the key of a choice; where nothing was chosen, what is proposed. */
export function planGroupMerge(
  sections: Sections,
  kept: MergingGroup,
  other: MergingGroup,
  chosen: ReadonlyMap<string, MergeSide> = new Map(),
): GroupMerge {
  const isLater = (kept.checkedAt?.getTime() ?? 0) < (other.checkedAt?.getTime() ?? 0)
  const choose = chooser(chosen, isLater ? 'other' : kept.checkedAt ? 'kept' : null)
  const united: Record<ListName, { came: number; both: number }> = {}
  const own = uniteIdentity(sections.ours.group, kept.record, other.record, choose)
  let record = own ? { ...kept.record, group: [own] } : kept.record
  let left: GroupRecord = { ...other.record, group: other.record.group.map((group) => ({ ...group, state: 'closed' })) }
  for (const section of sections.asked) {
    const rows = uniteList(section, kept, other, choose)
    if (!rows) continue
    record = withRows(record, section.list, rows.all)
    left = withRows(left, section.list, rows.stay)
    united[section.list] = { came: rows.all.length - rowsOf(kept.record, section.list).length, both: rows.both }
  }
  const [keptGroup, otherGroup] = [kept.record.group[0], other.record.group[0]]
  return {
    choices: choose.choices,
    kept: {
      record,
      changes: [mergeMark(otherGroup, 'merged'), ...withoutLists(diffRecords(kept.record, record))],
    },
    other: {
      record: left,
      changes: [mergeMark(keptGroup, 'becamePart'), ...withoutLists(diffRecords(other.record, left))],
    },
    united,
  }
}

/** Mailing lists are the people's own: they bring them along. */
const withoutLists = (changes: readonly Change[]) => changes.filter(({ list }) => list !== 'lists')

type Asked = Omit<GroupChoice, 'taken' | 'proposed' | 'why'> & { fieldsOf: Fields }
type Chooser = ((asked: Asked) => MergeSide) & { choices: GroupChoice[] }

/** Takes one of two values, and remembers that this was a choice. */
function chooser(chosen: ReadonlyMap<string, MergeSide>, later: MergeSide | null): Chooser {
  const choices: GroupChoice[] = []
  const choose = ({ fieldsOf, ...asked }: Asked): MergeSide => {
    const { side, why } = betterOf(fieldsOf, asked, later)
    const taken = (choices.length < mostChoices && chosen.get(asked.key)) || side
    if (choices.length < mostChoices) choices.push({ ...asked, proposed: side, why, taken })
    return taken
  }
  return Object.assign(choose, { choices })
}

function uniteIdentity(
  section: Section,
  { group: [kept] }: GroupRecord,
  { group: [other] }: GroupRecord,
  choose: Chooser,
) {
  if (!kept || !other) return kept
  const [mine, theirs]: [AnyRow, AnyRow] = [kept, other]
  const alone = fieldNames(section.fields).filter((name) => !placeFields.includes(name))
  const asked = [['name'], placeFields, ...alone.filter((name) => name !== 'name').map((name) => [name])]
  const taken = asked.flatMap((fields): [string, Value][] => {
    if (fields.every((name) => isAlike(mine[name], theirs[name]))) return []
    const key = `${section.list}.${fields[0]}`
    const side = choose({ key, list: section.list, fields, kept: mine, other: theirs, fieldsOf: section.fields })
    return side === 'kept' ? [] : fields.map((name) => [name, theirs[name] ?? null])
  })
  return { ...kept, ...Object.fromEntries(taken) }
}

type UnitedRows = { all: readonly AnyRow[]; stay: readonly AnyRow[]; both: number }

/** A list with the other group's rows: what both have is one. Null where the rows are not the group's to give. */
function uniteList(section: Section, kept: MergingGroup, other: MergingGroup, choose: Chooser): UnitedRows | null {
  const { list, store } = section
  if (store.kind === 'group' || store.kind === 'boxes') return null
  const isMembership = store.kind === 'people'
  const [mine, theirs] = [rowsOf(kept.record, list), rowsOf(other.record, list)]
  // Whoever is only invited comes over with the invitation
  const coming = isMembership ? theirs.filter(({ uid }) => !other.invited.includes(uid)) : theirs
  const pairs = pairUp(isMembership ? ['uid'] : rowKey(section), mine, coming)
  const all = mine.map((row) => {
    const like = pairs.get(row.uid)
    if (!like || (isMembership && kept.invited.includes(row.uid))) return row
    return isMembership ? fillMembership(section.fields, row, like) : fill(section, row, like, choose)
  })
  const paired = new Set([...pairs.values()].map(({ uid }) => uid))
  return {
    all: [...all, ...coming.filter(({ uid }) => !paired.has(uid))],
    stay: theirs.filter((row) => !coming.includes(row)),
    both: paired.size,
  }
}

/** For rows (uid) of `mine` the one of `theirs` that speaks of the same thing: one each, those that agree most first. */
function pairUp(key: readonly string[], mine: readonly AnyRow[], theirs: readonly AnyRow[]): Map<string, AnyRow> {
  const keyed = (row: AnyRow) => JSON.stringify(key.map((name) => keyOf(row[name])))
  const free = Map.groupBy(theirs, keyed)
  const pairs = new Map<string, AnyRow>()
  for (const row of mine) {
    const same = free.get(keyed(row))
    const like = same?.shift()
    if (like) pairs.set(row.uid, like)
  }
  return pairs
}

/** A person is what they are: of the two memberships the role and the answers are united. */
function fillMembership(fields: Fields, row: AnyRow, like: AnyRow): AnyRow {
  const own = fieldNames(fields).filter((name) => name === 'role' || fields[name]?.own)
  const filled = own.filter((name) => isEmptyValue(row[name]) && !isEmptyValue(like[name]))
  return { ...row, ...Object.fromEntries(filled.map((name) => [name, like[name] ?? null])) }
}

/** What only one of two rows says goes without asking; where they differ, one of them is taken whole. */
function fill({ list, fields }: Section, row: AnyRow, like: AnyRow, choose: Chooser): AnyRow {
  const names = Object.keys(valuesOf(row))
  const differing = names.filter(
    (name) => !isEmptyValue(row[name]) && !isEmptyValue(like[name]) && keyOf(row[name]) !== keyOf(like[name]),
  )
  const side =
    differing.length === 0
      ? 'kept'
      : choose({
          key: `${list}.${row.uid}`,
          list,
          fields: differing,
          kept: row,
          other: like,
          fieldsOf: fields,
        })
  const [first, second] = side === 'kept' ? [row, like] : [like, row]
  const values = names.map((name) => [name, isEmptyValue(first[name]) ? (second[name] ?? null) : first[name]])
  return { ...Object.fromEntries(values), uid: row.uid } as AnyRow
}

/** As two people would compare it. */
const keyOf = (value: Value | undefined) => fold(String(value ?? ''))

function isAlike(a: Value | undefined, b: Value | undefined): boolean {
  return (a ?? null) === (b ?? null) || (isEmptyValue(a) && isEmptyValue(b))
}
