/** Why a file cannot be read as a sheet. The words for each are in `shared/text`. */
export type UnreadableCode =
  | 'missing'
  | 'folder'
  | 'denied'
  | 'empty'
  | 'too_large'
  | 'binary'
  | 'old_excel'
  | 'damaged_excel'
  | 'too_many_parts'
  | 'unpacks_too_large'
  | 'quote_open'
  | 'too_many_columns'
  | 'too_many_rows'
  | 'too_many_cells'
  | 'too_much_text'
  | 'headings_unknown'

/** Thrown while a file is read: nothing of it is taken. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly code: UnreadableCode
  /** What the words need: a row's number, a limit, the headings that were found. */
  readonly detail: string
  constructor(code: UnreadableCode, detail: string | number = '') {
    super(code)
    this.code = code
    this.detail = String(detail)
  }
}
