import { fold } from '#shared/record/fold.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import type { SheetRowProblem } from '#shared/text/sheet-problem.ts'
import { assignGroup, claimsOf } from './assign-group.ts'
import { findNamed, type GroupIndex, type Naming, nearGroups, type Target } from './group-index.ts'
import { orderOf } from './kinds.ts'
import { nearest } from './nearest.ts'
import type { Entry, LeftOut, SheetFault } from './problem.ts'
import { lostRow, textOf } from './read-row.ts'
import type { RecognisedSheet } from './recognise.ts'
import { saysGone } from './values/gone-said.ts'
import { nonRow, stateUnder } from './values/non-row.ts'

/** A row of which nothing is taken, and why. */
export type RowRefusal = { entry: Entry; fault: SheetFault }
export type Assignment = { targets: Target[]; refused: RowRefusal[]; leftOut: LeftOut[] }

/** Campaigns by name, as `fold` gives it. */
export type Campaigns = ReadonlyMap<string, { uid: string; name: string }>

/** Each name that none has is compared with every group's, or campaign's: past this many comparisons nothing is suggested any more. */
const maxComparisons = 1_000_000

/** Rows of every sheet, by the group that they are about. Sheets of groups come first: others name what is in them. */
export function assignRows(sheets: readonly RecognisedSheet[], index: GroupIndex, campaigns: Campaigns): Assignment {
  const assignment: Assignment = { targets: [], refused: [], leftOut: [] }
  const near = suggestions(index, campaigns)
  const claims = claimsOf(sheets, index)
  for (const sheet of inOrder(sheets)) {
    let under: GroupState | null = null
    for (const row of sheet.rows) {
      const entry: Entry = under ? { sheet, row, under } : { sheet, row }
      const why = sheet.kind === 'groups' ? nonRow(entry, (name) => findNamed(index, name).target !== undefined) : null
      if (why) {
        if (why === 'title') under = stateUnder(textOf(entry, 'own', 'name'))
        assignment.leftOut.push({ entry, why })
        continue
      }
      const found =
        sheet.kind === 'groups' ? assignGroup(entry, index, claims) : assignNamed(entry, index, campaigns, near)
      if ('fault' in found) {
        if (sheet.kind === 'referents') under = stateBelow(row.cells) ?? under
        assignment.refused.push(found)
        continue
      }
      if (found.entries.length === 0) assignment.targets.push(found)
      found.entries.push(entry)
    }
  }
  return assignment
}

/** Of people, what a title alone in its row says of those below: `Anciens`, `Démissionnaires :`. */
function stateBelow(cells: readonly string[]): GroupState | null {
  const [title = '', ...others] = cells.filter((cell) => cell.trim() !== '')
  if (title === '' || others.length > 0) return null
  return stateUnder(title) ?? (saysGone(title) ? 'asleep' : null)
}

function inOrder(sheets: readonly RecognisedSheet[]): RecognisedSheet[] {
  const owned = sheets.filter(({ shape }) => shape.list !== null)
  return owned.sort((a, b) => orderOf(a.kind) - orderOf(b.kind))
}

type Near = (name: string) => string[]

function assignNamed(
  entry: Entry,
  index: GroupIndex,
  campaigns: Campaigns,
  near: ReturnType<typeof suggestions>,
): Target | RowRefusal {
  const fault = lostRow(entry)
  if (fault) return { entry, fault }
  const group = textOf(entry, 'group', 'name')
  const naming = groupMeant(index, entry, group)
  if (!naming.target) {
    const { several } = naming
    const problem: SheetRowProblem =
      several.length > 0
        ? { code: 'group_ambiguous', near: several.slice(0, 5) }
        : { code: 'group_unknown', near: near.groups(group) }
    return refuseRow(entry, 'group', group, problem)
  }
  const campaign = textOf(entry, 'campaign', 'name')
  if (entry.sheet.kind !== 'participations' || campaigns.has(fold(campaign))) return naming.target
  return refuseRow(entry, 'campaign', campaign, { code: 'campaign_unknown', near: near.campaigns(campaign) })
}

/** By the id that our own exports carry, in its column or where the name stands; else by name. */
function groupMeant(index: GroupIndex, entry: Entry, name: string): Naming {
  const target = index.byUid.get(textOf(entry, 'key', 'uid')) ?? index.byUid.get(name)
  return target ? { target } : findNamed(index, name)
}

export function refuseRow(
  entry: Entry,
  part: 'own' | 'group' | 'campaign',
  value: string,
  problem: SheetRowProblem,
): RowRefusal {
  const column = entry.sheet.columns.find((candidate) => candidate.part === part && candidate.field === 'name')
  return { entry, fault: { field: 'name', columns: column ? [column.index] : [], value, problem, loses: 'row' } }
}

/** The groups and the campaigns that were meant by names that none has, each name looked for once. */
function suggestions(index: GroupIndex, campaigns: Campaigns): Record<'groups' | 'campaigns', Near> {
  const budget = { left: maxComparisons }
  const names = Array.from(campaigns, ([key, { name }]) => [key, name] as const)
  return {
    groups: once(budget, index.byShortName, (name) => nearGroups(index, name)),
    campaigns: once(budget, campaigns, (name) => nearest(fold(name), names)),
  }
}

/** `compared` grows while the rows are read. */
function once(budget: { left: number }, compared: { readonly size: number }, look: Near): Near {
  const known = new Map<string, string[]>()
  return (name) => {
    const before = known.get(fold(name))
    if (before) return before
    budget.left -= compared.size
    const near = budget.left > 0 ? look(name) : []
    known.set(fold(name), near)
    return near
  }
}
