import type { UnreadableCode } from '#shared/text/sheet-problem.ts'

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
