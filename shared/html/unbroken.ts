import { withHyphenated } from '#shared/text/fr/hyphenated.ts'

/** Characters that stand on one line of any screen, also where letters are twice as large. */
const short = 10
/** A site may be broken where it says so; up to here it stands on one line of a phone. */
const shortSite = 24

const phone = /(?<![\d+])(?:\+\d{1,3} \d{1,4}|0\d{1,4})(?: \d{2,6}){1,5}(?!\d)/g

/**
 * A text, escaped already, in which no line ends within a phone number, nor within an address but behind its @ and slashes and before its dots;
 * of one that is longer than a line, first behind the @.
 * It stays one box for what surrounds it, and reads from left to right wherever it stands.
 */
export function unbroken(text: string): string {
  const isLong = text.length > short && /[@/]/.test(text)
  if (!isLong && !/\d \d\d/.test(text)) return text
  const whole = text.replace(phone, (number) => `<bdi class="part">${number}</bdi>`)
  const written = isLong ? whole.split(/(\s)/).map(breakable).join('') : whole
  return written === text ? text : `<span>${written}</span>`
}

/** The same, in which no line ends between a verb and its pronoun, nor within « celui-ci ». It stays one box. */
export function inOnePiece(text: string): string {
  const written = withHyphenated(text, (words) => `<span class="whole">${words}</span>`)
  return written === text ? text : `<span>${written}</span>`
}

function breakable(word: string): string {
  if (!isAddress(word)) return word
  const at = word.length > shortSite ? word.lastIndexOf('@') + 1 : 0
  return at > 0 ? `<bdi class="part">${placed(word.slice(0, at))}<wbr>${place(word.slice(at))}</bdi>` : place(word)
}

function place(word: string): string {
  return `<bdi class="part">${placed(word)}</bdi>`
}

function placed(word: string): string {
  return word.replace(/@(?!$)|(?<!\/)\/(?!\/)/g, '$&<wbr>').replace(/(?<=[^.])\.(?=[^.])/g, '<wbr>.')
}

function isAddress(word: string): boolean {
  if (/[<>]/.test(word)) return false
  return word.includes('@') ? word.length > short : word.length > shortSite && /\.[a-z]{2,20}[:/]/.test(word)
}
