const word = '2147483647'

/**
 * SQL for a number from 0 to 1 that is always the same for a row `id`, a round and a purpose. Two rounds of multiply and shift
 * (Knuth's and Murmur's constants); 31 bits times 32 stay below 2^63, beyond
 * which SQLite would go on with a rounded REAL.
 */
export function chance(id: string, round: string, purpose: number): string {
  const seed = `(((${id}) * 7919 + (${round}) * 104729 + ${purpose * 1_299_709}) & ${word})`
  const once = `((${seed} * ${2_654_435_761 - purpose * 15_485_862}) & ${word})`
  const twice = `(((${once} >> 15) + ${once}) * 2246822519 & ${word})`
  return `((((${twice} >> 13) + ${twice}) & ${word}) / 2147483648.0)`
}

/** SQL for an instant some seconds after another, as this database writes instants. */
export function after(instant: string, seconds: string): string {
  return `strftime('%Y-%m-%dT%H:%M:%fZ', ${instant}, '+' || CAST(${seconds} AS INTEGER) || ' seconds')`
}
