/** Marks that follow one letter in no language: what comes after them is dropped (Unicode UAX 15 §13, Stream-Safe Text). */
const tooMany = /(\p{M}{30})\p{M}+/gu
const mostMarks = 30

/** DANGER: `normalize` puts the marks of a letter in order in the square of their number, and 80,000 of them took 38 seconds. */
function streamSafe(text: string): string {
  return text.length > mostMarks ? text.replace(tooMany, '$1') : text
}

/** Text with each letter and its accents as one character (NFC). */
export function composed(text: string): string {
  return streamSafe(text).normalize('NFC')
}

/** Text with each accent as a character of its own (NFD). */
export function decomposed(text: string): string {
  return streamSafe(text).normalize('NFD')
}

/** Text in the plainest signs that say the same: full-width, circled and mathematical letters are letters (NFKC). */
export function plainest(text: string): string {
  return streamSafe(text).normalize('NFKC')
}
