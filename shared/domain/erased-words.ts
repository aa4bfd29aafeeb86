import { showPhone } from '#shared/record/contact-codecs.ts'

/** What is known of somebody by which a text may name them. */
export type Traces = { names: readonly string[]; emails: readonly string[]; phones: readonly string[] }

/** What is known of somebody of whom there are several rows. */
export function joinTraces(all: readonly Traces[]): Traces {
  const joined = (of: keyof Traces) => [...new Set(all.flatMap((one) => one[of]))]
  return { names: joined('names'), emails: joined('emails'), phones: joined('phones') }
}

/** What stands where somebody was named who is erased. */
export const erasedMark = '…'

/**
 * The words by which others' texts name somebody: each address and number, as it is kept and as people write it, and each name of several words.
 * One word alone is no trace: it is many people's, and part of many words.
 */
export function wordsOf({ names, emails, phones }: Traces, country: string): string[] {
  const numbers = phones.flatMap((phone) => {
    const shown = showPhone(phone, country)
    return [phone, shown, shown.replace(/\s/g, ''), shown.replace(/\s/g, '.'), shown.replace(/\s/g, '-')]
  })
  const whole = names.map((name) => name.trim()).filter((name) => name.includes(' '))
  return [...new Set([...emails, ...numbers, ...whole].filter((word) => word.length > 3))].sort(
    (a, b) => b.length - a.length,
  )
}

/** A text without these words, whatever their case. Cost: the text once for each word. */
export function withoutWords(text: string, words: readonly string[]): string {
  return words.reduce(withoutWord, text)
}

function withoutWord(text: string, word: string): string {
  const [folded, sought] = [text.toLowerCase(), word.toLowerCase()]
  // A letter that grows in lower case would shift what is cut
  if (folded.length !== text.length) return text.replaceAll(word, () => erasedMark)
  const kept: string[] = []
  let from = 0
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, from)) {
    kept.push(text.slice(from, at), erasedMark)
    from = at + sought.length
  }
  return kept.join('') + text.slice(from)
}
