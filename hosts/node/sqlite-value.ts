import type { SQLInputValue } from 'node:sqlite'

/** A value as D1 takes it, for SQLite. @throws Error with D1's words for what it does not take. */
export function sqliteValue(value: unknown): SQLInputValue {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
      // Values come to D1 as JSON, which has no such number, and no minus zero
      return Number.isFinite(value) ? value + 0 : null
    case 'boolean':
      return value ? 1 : 0
    case 'object':
      if (value === null) return null
      if (value instanceof ArrayBuffer) return new Uint8Array(value)
      // Each element is a byte there, whatever it was here
      if (ArrayBuffer.isView(value)) return Uint8Array.from(value as Uint8Array)
  }
  throw new Error(`D1_TYPE_ERROR: Type '${typeof value}' not supported for value '${value}'`)
}
