import { plural } from './count.ts'

/** Several groups corrected at once. */
export const groupTable = {
  title: 'Edit as a table',
  lead: 'Several groups at once, one row per group. Write in the cells, then save once.',
  savePage: 'Save before you turn the page or change the filter.',
  save: 'Save',
  saved: (n: number) => `Saved: ${plural(n, 'group corrected', 'groups corrected')}.`,
  unchanged: 'Nothing had changed: nothing was saved.',
  left: (n: number) => (n === 1 ? 'One group is still to be mended' : `${n} groups are still to be mended`),
  leftBody: 'The cells are marked. What you wrote is still there.',
  cell: (group: string, problem: string) => `${group}, ${problem}`,
  gone: 'This group is not in the list any more: it may be part of another one. What you wrote was not saved.',
  goneName: 'Group not found',
  tooWide: (columns: string) => `These columns do not fit beside the others: ${columns}. Choose fewer at a time.`,
  tell: 'Tell the referents of the corrected groups by mail',
  open: 'Edit as a table',
}
