/** A verb and the pronouns behind it, or two: « êtes-vous », « a-t-elle », « dites-le-nous ». No name of a place: more follows in « Aix-en-Provence ». */
const inverted =
  /(?<![\p{L}-])\p{L}{1,20}(?:-t)?(?:-(?:je|tu|ils?|elles?|on|nous|vous|ce|le|la|les|lui|leur|moi|toi|en|y)){1,2}(?![\p{L}-])/gu

/** A text in which each verb with its pronouns is written as one whole: a line that ends behind its hyphen is read twice. */
export function withInversions(text: string, whole: (words: string) => string): string {
  return text.includes('-') ? text.replace(inverted, (words) => whole(words)) : text
}
