import { inFull, spoken } from '#shared/text/fr/spoken.ts'

/** A point between two parts of a line; voices spell it out. */
const between = / · /g

/** A comma that is heard, and seen as a point (style.css). */
const point = '<u>,</u> '

/**
 * A text, escaped already, in which a word that inclusive French shortens is seen as it is and heard in full, and a point between two parts is heard as a comma: voices spell out
 * both, as in « référent·e » and « Lou · 06 12 34 56 78 ».
 * It stays one box for what surrounds it. What is only heard is not copied (style.css).
 */
export function readable(text: string): string {
  if (!/[·•‧⋅]/.test(text)) return text
  const written = spoken(
    text,
    (heard, word) => `<span aria-hidden="true">${word}</span><span class="heard">${heard}</span>`,
  )
  // A point takes no box of its own where it is all that there is: a page of the dashboard has hundreds
  if (written === text || /^<span>.*<\/span>$/s.test(text)) return written.replace(between, () => point)
  return `<span>${written.replace(between, () => point)}</span>`
}

/** An escaped text as voices say it, where nothing else can be seen. */
export function heard(text: string): string {
  return spoken(text).replace(between, ', ')
}

/** An escaped text to be read and heard alike. */
export function readAlike(text: string): string {
  return inFull(text).replace(between, ', ')
}
