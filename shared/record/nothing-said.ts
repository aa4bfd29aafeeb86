import { fold } from './fold.ts'

/** Characters of such an answer: of more than this nothing is looked at. */
const longest = 40

const nothing =
  /^(?:[\p{P}\p{S}]+|x|nc|nr|na|n a|nsp|ras|inconnue?|unknown|aucune?(?: idee)?|neant|rien|nothing|non|no|none|idk|tbd|pas (?:de|d|encore|su) ?\p{L}{0,20}|no (?:phone|mail|email|site|number|idea)|(?:je )?(?:ne )?sais (?:pas|plus)|(?:i )?(?:do not|don t|dont) know)$/u

/** « ? », « je ne sais pas », « pas de téléphone »: words for what would be left empty. */
export function saysNothing(text: string): boolean {
  return text.length <= longest && nothing.test(fold(text))
}
