import { spoken } from '#shared/text/fr/spoken.ts'

/**
 * A text, escaped already, in which a word that inclusive French shortens is seen as it is and heard in full: voices spell out the point of « référent·e ».
 * It stays one box for what surrounds it. What is only heard is not copied (style.css).
 */
export function readable(text: string): string {
  if (!/[·•‧⋅]/.test(text)) return text
  const written = spoken(
    text,
    (heard, word) => `<span aria-hidden="true">${word}</span><span class="heard">${heard}</span>`,
  )
  return written === text || /^<span>.*<\/span>$/s.test(text) ? written : `<span>${written}</span>`
}
