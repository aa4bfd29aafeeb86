import type { OwnQuestionSaid } from '#shared/settings/questions.ts'
import { eachLanguage, type Language, type Words } from '#shared/text/language.ts'
import { typeset } from '#shared/text/typeset.ts'
import type { PostedDeskForm } from '../desk-form.tsx'
import { questionSection } from './asked.ts'
import { ownKey } from './own-key.ts'
import { linesOf } from './setting-forms.ts'

/** Options that a question may have; its schema says so too. */
export const mostOptions = 60

type PartialWords = Partial<Record<Language, string>>
export type TypedOption = { key: string; label: PartialWords }

/** A question as its form holds it. */
export type TypedQuestion = {
  section: string
  type: string
  label: PartialWords
  hint: PartialWords
  figure: PartialWords
  options: readonly TypedOption[]
  isRequired: boolean
  isInMail: boolean
  audience: string
  headings: string
  asked: string
}

export const blankQuestion = (section: string): TypedQuestion => ({
  section,
  type: 'text',
  label: {},
  hint: {},
  figure: {},
  options: [],
  isRequired: false,
  isInMail: false,
  audience: 'group',
  headings: '',
  asked: 'next_round',
})

export function typedFromSaid(question: OwnQuestionSaid): TypedQuestion {
  return {
    section: questionSection(question),
    type: question.type,
    label: question.label,
    hint: question.hint ?? {},
    figure: question.figure ?? {},
    options: question.options ?? [],
    isRequired: question.required ?? false,
    isInMail: question.inMail ?? false,
    audience: question.audience ?? 'group',
    headings: (question.headings ?? []).join('\n'),
    asked: question.asked ?? 'now',
  }
}

export function typedFromPosted(form: PostedDeskForm, languages: readonly Language[]): TypedQuestion {
  const text = (name: string) => (form.get(name) ?? '').trim()
  const inLanguages = (name: string): PartialWords =>
    Object.fromEntries(languages.map((language) => [language, typeset(text(`${name}.${language}`), language)] as const))
  const count = Math.min(Number(form.get('options')) || 0, mostOptions)
  return {
    section: text('section'),
    type: text('type'),
    label: inLanguages('label'),
    hint: inLanguages('hint'),
    figure: inLanguages('figure'),
    options: Array.from({ length: count }, (_, index) => ({
      key: text(`options.${index}.key`),
      label: inLanguages(`options.${index}.label`),
    })),
    isRequired: form.get('required') !== null,
    isInMail: form.get('inMail') !== null,
    audience: text('audience'),
    headings: form.get('headings') ?? '',
    asked: text('asked'),
  }
}

/** What was said in a language, and nothing of a language in which nothing was. */
function saidIn(words: PartialWords): PartialWords | undefined {
  const entries = Object.entries(words).filter(([, text]) => text !== '')
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

const firstOf = (words: PartialWords) => Object.values(words).find((text) => text !== '') ?? ''
const isChoice = (type: string) => type === 'choice' || type === 'choices'

/** The question as settings have it: what goes without saying is not said. Whether it may be so, its schema says. */
export function saidQuestion(typed: TypedQuestion, key: string): OwnQuestionSaid {
  const { type, audience, asked, section } = typed
  const headings = linesOf(typed.headings)
  const figure = type === 'number' ? saidIn(typed.figure) : undefined
  const hint = saidIn(typed.hint)
  return {
    key,
    ...(section === 'identity' ? {} : { section }),
    type,
    label: saidIn(typed.label) ?? {},
    ...(hint ? { hint } : {}),
    ...(isChoice(type) ? { options: saidOptions(typed.options) } : {}),
    ...(typed.isRequired ? { required: true } : {}),
    ...(audience === 'group' ? {} : { audience }),
    ...(figure ? { figure } : {}),
    ...(typed.isInMail ? { inMail: true } : {}),
    ...(headings.length > 0 ? { headings } : {}),
    ...(asked === 'now' ? {} : { asked }),
  } as OwnQuestionSaid
}

/** Those of which something is left; a new one has a key by its label. */
function saidOptions(options: readonly TypedOption[]): TypedOption[] {
  const kept = options.flatMap(({ key, label }) => {
    const said = saidIn(label)
    return said ? [{ key, label: said }] : []
  })
  const taken = kept.map(({ key }) => key).filter((key) => key !== '')
  return kept.map(({ key, label }) => {
    if (key !== '') return { key, label }
    const fresh = ownKey(firstOf(label), taken)
    taken.push(fresh)
    return { key: fresh, label }
  })
}

/** A key for a new question: never one by which answers of that section may be kept already. */
export function newQuestionKey({ label, section }: TypedQuestion, questions: readonly OwnQuestionSaid[]): string {
  const taken = questions.filter((one) => questionSection(one) === section).map(({ key }) => key)
  return ownKey(firstOf(label), taken)
}

/** Words that are whole, of those that were said in some languages. */
export function wholeWords(words: PartialWords): Words {
  const first = firstOf(words)
  return eachLanguage((language) => words[language] || first)
}
