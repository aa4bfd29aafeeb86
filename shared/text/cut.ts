/** A text of at most `most` characters and `…`, which says that it goes on; cut between words where they are not far. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const space = text.lastIndexOf(' ', most)
  const kept = text.slice(0, space > most / 2 ? space : most)
  // Not in the middle of a character of two halves
  return `${kept.replace(/[\ud800-\udbff]$/, '').trimEnd()}…`
}
