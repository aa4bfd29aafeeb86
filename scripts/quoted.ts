/** A word as a shell takes it, whatever it holds: names are typed by anybody. */
export function quoted(word: string): string {
  return /^[\w./=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
