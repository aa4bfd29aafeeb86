import type { Value } from '#shared/record/row.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import type { SheetRowProblem } from '#shared/text/sheet-problem.ts'
import type { SheetRow } from './delimited.ts'
import type { Part } from './kinds.ts'
import type { RecognisedSheet } from './recognise.ts'
import type { NonRow } from './values/non-row.ts'

export type SheetProblem = FieldProblem | SheetRowProblem

export function isRowProblem(problem: SheetProblem): problem is SheetRowProblem {
  return rowProblems.has(problem.code)
}

const rowProblems: ReadonlySet<string> = new Set<SheetRowProblem['code']>([
  'group_unknown',
  'group_ambiguous',
  'campaign_unknown',
  'name_taken',
  'town_moved',
  'person_unknown',
  'list_unknown',
  'left_list',
  'group_differs',
  'row_too_long',
  'struck',
  'referent_without_email',
  'spreadsheet_error',
  'place_without_position',
  'number_shortened',
  'letters_lost',
  'email_slip',
  'email_not_ascii',
  'several_people',
  'person_past',
  'person_struck',
  'person_doubtful',
  'person_refuses',
  'person_over',
  'day_order_unknown',
  'language_unknown',
  'state_unknown',
  'only_a_name',
  'person_left',
])

/** A cell that cannot be taken: where, what it holds, why, and what is lost with it. */
export type SheetFault = {
  /** The field that is wrong; null when it is the row as a whole. */
  field: string | null
  /** The columns that it takes to mend it; the first is the one that is wrong. */
  columns: readonly number[]
  value: string
  problem: SheetProblem
  loses: 'row' | 'referent' | 'cell'
}

/** What one should know of a row that was taken. */
export type Note =
  | { code: 'doubled'; lines: readonly number[] }
  | { code: 'differs'; part: Part; field: string; kept: Value; other: Value }
  | { code: 'repaired'; field: string; from: string; to: string }
  | { code: 'understood'; field: string; from: string; to: Value }
  | { code: 'beyond'; name: string; said: string }
  | { code: 'mailbox'; name: string; known: string }
  | { code: 'called'; name: string }
  | { code: 'language' | 'language_other'; name: string; language: string }
  | { code: 'place_nearly'; town: string; place: string }
  | { code: 'place_unknown'; town: string }
  | { code: 'country_assumed'; town: string; country: string }
  | { code: 'state_assumed' }
  | { code: 'name_assumed'; name: string }
  | { code: 'no_referent' }
  | { code: 'departed'; name: string }
export type NoteCode = Note['code']

/** A row and the sheet it stands in. `under`: the state that a title above it says. */
export type Entry = { sheet: RecognisedSheet; row: SheetRow; under?: GroupState }

/** A row that is no group, and what it is. */
export type LeftOut = { entry: Entry; why: NonRow }
