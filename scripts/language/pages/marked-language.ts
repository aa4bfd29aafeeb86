import { en } from '#shared/text/en.ts'
import { more } from '#shared/text/more.ts'
import type { Sentence } from '#shared/text/sentence.ts'
import { completeText, type Translation } from '#shared/text/translation.ts'
import { sentenceMark, withMarks } from './marks.ts'

// Imported before anything that says a sentence: texts are made of `more` when they are first read.

type Mails = NonNullable<Translation['mails']>

/** The languages as their folders have them. */
export const unmarked: Readonly<Record<string, Translation>> = { ...more }

const mailsOf = new Map<string, Record<string, Record<string, Sentence>>>()

for (const [code, translation] of Object.entries(unmarked)) {
  const mails: Record<string, Record<string, Sentence>> = {}
  mailsOf.set(code, mails)
  const text = withMarks('text', completeText(translation.text, en)) as Translation['text']
  Object.assign(more, { [code]: { ...translation, text, mails, labels: markedLabels(translation.labels) } })
}

/** Labels are asked for one by one, by their English words; a missing one is said in English. */
function markedLabels(labels: Translation['labels']): Translation['labels'] {
  return new Proxy(labels, {
    get: (_, english) => {
      if (typeof english !== 'string') return undefined
      const words = labels[english] ?? (english.includes('{}') ? { other: english } : english)
      return markedForms(`labels.${english}`, words)
    },
  })
}

/** Marks the sentences of mails, once these are known: `english` has all of them. */
export function markMails(english: Mails): void {
  for (const [code, mails] of mailsOf)
    for (const [part, sentences] of Object.entries(english)) {
      const own = unmarked[code]?.mails?.[part] ?? {}
      const all = Object.entries({ ...sentences, ...own })
      mails[part] = Object.fromEntries(all.map(([key, words]) => [key, markedForms(`mails.${part}.${key}`, words)]))
    }
}

/** A sentence that depends on a number is marked in each of its forms. */
function markedForms<Words extends string | Readonly<Record<string, string | undefined>>>(path: string, words: Words) {
  if (typeof words === 'string') return (words + sentenceMark(path)) as Words
  return Object.fromEntries(Object.entries(words).map(([form, said]) => [form, said + sentenceMark(path)])) as Words
}
