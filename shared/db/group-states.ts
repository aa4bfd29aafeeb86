import { countedStates, openStates } from '#shared/domain/group-state.ts'

const oneOf = (column: string, states: readonly string[]) =>
  `${column} IN (${states.map((state) => `'${state}'`).join(', ')})`

/** SQL: whether a group of this state counts. */
export const isCounted = (column: string): string => oneOf(column, countedStates)

/** SQL: whether a group of this state is there, and not only kept. */
export const isOpen = (column: string): string => oneOf(column, openStates)
