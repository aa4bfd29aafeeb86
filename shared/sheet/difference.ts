import type { Value } from '#shared/record/row.ts'
import type { Entry } from './problem.ts'

/** A value that an import changes in something that is no group's. */
export type Difference = { entry: Entry; who: string; field: string; before: Value; after: Value }
