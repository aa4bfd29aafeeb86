/** What can be wrong with a row beyond what can be wrong with a value. */
export type SheetRowProblem =
  | { code: 'group_unknown'; near: readonly string[] }
  | { code: 'group_ambiguous'; near: readonly string[] }
  | { code: 'campaign_unknown'; near: readonly string[] }
  | { code: 'name_taken'; line: number; town: string }
  | { code: 'struck'; name: string }
  | { code: 'row_too_long'; cells: number; headings: number }
  | { code: 'referent_without_email'; name: string }
  | { code: 'spreadsheet_error' }
  | { code: 'place_without_position' }
  | { code: 'number_shortened' }
  | { code: 'letters_lost' }
  | { code: 'email_slip'; meant: string }
  | { code: 'email_not_ascii' }
  | { code: 'several_people'; names: readonly string[] }
  | { code: 'person_past'; name: string }
  | { code: 'person_struck'; name: string }
  | { code: 'day_order_unknown' }
  | { code: 'language_unknown' }
  | { code: 'state_unknown'; heading: string }
  | { code: 'person_doubtful'; name: string }
  | { code: 'person_refuses'; name: string; heading: string }
  | { code: 'person_over'; name: string; heading: string }
  | { code: 'group_differs'; line: number; heading: string }
  | { code: 'person_unknown' }
  | { code: 'list_unknown'; near: readonly string[] }
  | { code: 'left_list'; list: string }
  | { code: 'town_moved'; away: number; region: string }
  | { code: 'only_a_name' }
  | { code: 'person_left'; name: string; on: string }

/** Why a file cannot be read as a sheet. */
export type UnreadableCode =
  | 'missing'
  | 'folder'
  | 'denied'
  | 'empty'
  | 'too_large'
  | 'binary'
  | 'old_excel'
  | 'damaged_excel'
  | 'locked'
  | 'numbers'
  | 'html'
  | 'only_hidden'
  | 'too_many_parts'
  | 'unpacks_too_large'
  | 'quote_open'
  | 'too_many_columns'
  | 'too_many_rows'
  | 'too_many_cells'
  | 'too_much_text'
  | 'headings_unknown'

/** What one should know of how a file was read. */
export type ReadingRemarkCode =
  | 'encoding_mixed'
  | 'encoding_guessed'
  | 'mojibake'
  | 'tabs_left_out'
  | 'rows_hidden'
  | 'address_not_kept'

/** Why a sheet may be something else than what it is taken for. */
export type KindDoubtCode =
  | 'people'
  | 'people_of_groups'
  | 'people_or_groups'
  | 'places_or_groups'
  | 'events_or_groups'
  | 'name_unsaid'
  | 'past_title'
