import type { ReadingRemarkCode } from '#shared/text/sheet-problem.ts'

/** What one should know of how a file was read. `detail`: an example, the name of an encoding, the names of tabs, a number of rows. */
export type ReadingRemark = { code: ReadingRemarkCode; detail: string }
