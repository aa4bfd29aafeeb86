import { rowsOf, withRows } from '#shared/domain/change.ts'
import { type Fields, fieldNames } from '#shared/record/field.ts'
import { fold } from '#shared/record/fold.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { AnyRow } from '#shared/record/row.ts'
import { rowKey } from '#shared/record/row-key.ts'
import type { Section } from '#shared/record/section.ts'
import type { GroupPlan, RowReading } from './group-plan.ts'
import { type Matching, mergeList, type ParsedRow } from './merge-rows.ts'
import { textOf } from './read-row.ts'
import type { World } from './world.ts'

/** A group's rows with those of the sheets put in. */
export function planLists(
  readings: readonly RowReading[],
  before: GroupRecord,
  plan: GroupPlan,
  world: World,
): GroupRecord {
  const sections = world.sections.asked.filter(({ store }) => store.kind === 'rows' || store.kind === 'parts')
  const merged = sections.map((section) => [section.list, planList(section, readings, before, plan, world)] as const)
  return merged.reduce((record, [list, rows]) => withRows(record, list, rows), before)
}

function planList(
  section: Section,
  readings: readonly RowReading[],
  before: GroupRecord,
  plan: GroupPlan,
  world: World,
): readonly AnyRow[] {
  const { list, fields } = section
  const rows = rowsOf(before, list)
  const parsedRows = readings
    .filter(({ entry }) => entry.sheet.shape.list === list)
    .map(
      (row): ParsedRow =>
        list === 'campaigns'
          ? participation(row, world)
          : { entry: row.entry, given: row.reading.own, row: textOf(row.entry, 'row', 'uid') },
    )
  if (parsedRows.length === 0) return rows
  const make = list === 'campaigns' ? newParticipation : newRow(fields, world)
  const matching: Matching = { key: rowKey(section), single: list === 'campaigns', make }
  const merged = mergeList(rows, parsedRows, matching)
  plan.outcomes = plan.outcomes.concat(merged.outcomes)
  for (const { entry, ...differing } of merged.differing)
    plan.notes.push({ entry, note: { code: 'differs', part: 'own', ...differing } })
  return merged.rows
}

/** A row of participations is known by its campaign. */
function participation({ entry, reading }: RowReading, { campaigns }: World): ParsedRow {
  const campaign = campaigns.get(fold(reading.campaign))
  if (!campaign) throw new Error('rows of unknown campaigns are refused before')
  return { entry, given: { ...reading.own, uid: campaign.uid } }
}

/** A row without a role still says that the group took part. */
function newParticipation(given: ParsedRow['given']): AnyRow {
  return { role: 'joins', people: null, ...given } as unknown as AnyRow
}

function newRow(fields: Fields, world: World) {
  const blank = Object.fromEntries(fieldNames(fields).map((field) => [field, null]))
  return (given: ParsedRow['given']): AnyRow => ({ ...blank, ...given, uid: world.newUid() })
}
