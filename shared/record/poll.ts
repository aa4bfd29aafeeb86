import { eachLanguage, type Language, type Words } from '#shared/text/language.ts'
import { inLanguages } from '#shared/text/words.ts'
import { choice, count, line, optional, paragraphs, yesNoOrUnsaid } from './codecs.ts'
import type { Field } from './field.ts'
import { yesNoWords } from './show.ts'

/** What the question of a month is answered with. */
export const pollTypes = ['yes_no', 'choice', 'number', 'line'] as const
export type PollType = (typeof pollTypes)[number]

/** The question in one language; `options` are of a choice, in the same order in each language. */
export type PollWords = { label: string; options: readonly string[] }

/** The question of a round (its key), by language; the first is for whoever reads none of them. */
export type Poll = { round: string; type: PollType; words: Readonly<Record<string, PollWords>> }

/** The fewest and the most options that there are to choose from. */
export const pollOptions = { fewest: 2, most: 12 } as const

/** Whether a question that groups have answered may be corrected to another: its words may, and options may be added at the end. */
export function keepsAnswers(before: Poll, after: Poll): boolean {
  return before.type === after.type && optionCount(after) >= optionCount(before)
}

const optionCount = ({ words }: Poll) => Math.max(0, ...Object.values(words).map(({ options }) => options.length))

/** What a group is asked. The answer is kept as the control writes it: of a choice, the place of the option. */
// biome-ignore lint/suspicious/noExplicitAny: the question decides the value
export function pollField(poll: Poll): Field<any> {
  const label = eachLanguage((language) => wordsIn(poll, language).label)
  const headings = eachLanguage((language) => wordsIn(poll, language).label)
  return {
    label,
    ...answeredWith(poll),
    headings: Object.fromEntries(Object.entries(headings).map(([language, heading]) => [language, [heading]])) as never,
    audience: 'group',
  }
}

function wordsIn({ words }: Poll, language: Language): PollWords {
  return words[language] ?? Object.values(words)[0] ?? { label: '', options: [] }
}

// biome-ignore lint/suspicious/noExplicitAny: as above
function answeredWith(poll: Poll): Pick<Field<any>, 'control' | 'codec'> {
  switch (poll.type) {
    case 'yes_no':
      return { control: { kind: 'radios', options: yesNoWords }, codec: yesNoOrUnsaid }
    case 'choice':
      return { control: { kind: 'radios', options: optionsOf(poll) }, codec: choice(optionsOf(poll)) }
    case 'number':
      return { control: { kind: 'number', width: 'short' }, codec: count() }
    case 'line':
      return { control: { kind: 'text' }, codec: line(200) }
  }
}

/** The options by their places. */
function optionsOf(poll: Poll): Readonly<Record<string, Words>> {
  return Object.fromEntries(
    Array.from({ length: optionCount(poll) }, (_, place) => [
      `o${place + 1}`,
      eachLanguage((language) => wordsIn(poll, language).options[place] ?? ''),
    ]),
  )
}

export const pollTypeWords: Readonly<Record<PollType, Words>> = {
  yes_no: inLanguages({ fr: 'par oui ou non', en: 'with yes or no' }),
  choice: inLanguages({ fr: 'par un choix', en: 'with a choice' }),
  number: inLanguages({ fr: 'par un nombre', en: 'with a number' }),
  line: inLanguages({ fr: 'en une ligne', en: 'in a line' }),
}

const type: Field<PollType> = {
  label: inLanguages({ fr: 'On y répond', en: 'It is answered' }),
  control: { kind: 'radios', options: pollTypeWords },
  codec: choice(pollTypeWords),
  headings: inLanguages({ fr: ['Sorte'], en: ['Kind'] }),
  audience: 'group',
}

const label: Field<string | null> = {
  label: inLanguages({ fr: 'La question', en: 'The question' }),
  control: { kind: 'text' },
  codec: optional(line(160)),
  headings: inLanguages({ fr: ['Question'], en: ['Question'] }),
  audience: 'group',
}

const options: Field<string | null> = {
  label: inLanguages({ fr: 'Les réponses d’un choix', en: 'The answers of a choice' }),
  hint: inLanguages({ fr: 'Une par ligne, de deux à douze.', en: 'One a line, two to twelve.' }),
  control: { kind: 'long_text' },
  codec: optional(paragraphs(1200)),
  headings: inLanguages({ fr: ['Réponses'], en: ['Answers'] }),
  audience: 'group',
}

/** What the team says of a question, in one language. */
export const pollFields = { type, label, options } as const
