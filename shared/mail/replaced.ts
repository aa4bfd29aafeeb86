import type { ReplacedSentence } from '#shared/settings/sentences.ts'
import { isWhole, type Sentence, valuesNamed } from '#shared/text/sentence.ts'

/** Sentences of a movement's own, instead of ours. */
export type Replaced = readonly ReplacedSentence[]

/** What is wrong with a sentence that is to stand for another: a value that it cannot have, a brace that stands alone; null when nothing is. */
export type SentenceFault = { code: 'value_unknown'; name: string } | { code: 'braces' } | null

export function sentenceFault(says: Sentence, ours: Sentence): SentenceFault {
  if (!isWhole(says)) return { code: 'braces' }
  const known = valuesNamed(ours)
  const name = [...valuesNamed(says)].find((one) => !known.has(one) && !(one === 'n' && typeof ours !== 'string'))
  return name === undefined ? null : { code: 'value_unknown', name }
}

/** The movement's sentence, while it fits ours; ours where there is none, or ours changed so that it would be broken. */
export function replaced(own: Replaced, key: string, ours: Sentence): Sentence {
  const said = own.find((one) => one.key === key)?.says as Sentence | undefined
  if (said === undefined || (typeof said === 'string') !== (typeof ours === 'string')) return ours
  return sentenceFault(said, ours) === null ? said : ours
}
