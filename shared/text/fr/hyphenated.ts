/**
 * A verb and the pronouns behind it, and what ends with « ci » or « même »: « êtes-vous », « a-t-elle », « dites-le-nous », « ce mois-ci ». No name of a place: more follows
 * in « Aix-en-Provence ».
 */
const hyphenated =
  /(?<![\p{L}-])\p{L}{1,20}(?:-t)?(?:-(?:je|tu|ils?|elles?|on|nous|vous|ce|le|la|les|lui|leur|moi|toi|en|y|ci|là|mêmes?)){1,2}(?![\p{L}-])/gu

/** A text in which each of them is written as one whole: a line that ends behind its hyphen is read twice. */
export function withHyphenated(text: string, whole: (words: string) => string): string {
  return text.includes('-') ? text.replace(hyphenated, (words) => whole(words)) : text
}
