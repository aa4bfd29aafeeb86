import { agreementKey, isAgreedBeside, type OwnQuestion } from '#shared/settings/questions.ts'
import { labelled } from '#shared/text/colon.ts'
import { eachLanguage, inEachLanguage, type Language, type Words } from '#shared/text/language.ts'
import { ourWords, textIn } from '#shared/text/text.ts'
import { choices } from './choices.ts'
import {
  type Codec,
  choice,
  count,
  day,
  line,
  optional,
  paragraphs,
  unlessGone,
  yesNo,
  yesNoOrUnsaid,
} from './codecs.ts'
import { email, phone, url } from './contact-codecs.ts'
import type { Control, Field, Fields } from './field.ts'
import { yesNoWords } from './show.ts'

/** Options that are seen at once; of more, one is picked from a list. */
const optionsSeen = 7

/** An own question as a field among ours. Names of ours never begin so. */
const ownPrefix = 'own_'
export const ownFieldName = (key: string) => ownPrefix + key
/** Whether a field, or a section, is of a movement's own. */
export const isOwnName = (name: string) => name.startsWith(ownPrefix)

/** The fields of a movement's own questions in a section (`country`: how phones are read). */
export function ownFields(questions: readonly OwnQuestion[], section: string, country: string): Fields {
  return Object.fromEntries(
    questions
      .filter((question) => question.section === section && question.asked === 'now')
      .flatMap((question) => [
        [ownFieldName(question.key), ownField(question, country)],
        ...(isAgreedBeside(question)
          ? [[ownFieldName(agreementKey(question.key)), agreementTo(question)] as const]
          : []),
      ]),
  )
}

// biome-ignore lint/suspicious/noExplicitAny: what is asked decides the value
function ownField(question: OwnQuestion, country: string): Field<any> {
  const { key, label, hint, required, figure, inMail } = question
  const { control, codec } = answeredWith(question, country)
  return {
    own: key,
    label,
    ...(hint ? { hint } : {}),
    control,
    codec: required ? unlessGone(codec) : optional(codec),
    headings: headingsOf(question),
    audience: audienceOf(question),
    ...(isAgreedBeside(question) ? { agreedBy: ownFieldName(agreementKey(key)) } : {}),
    brief: eachLanguage((language) => briefly(label[language], language)),
    ...(figure ? { sum: figure } : {}),
    ...(inMail ? { isExpected: true } : {}),
  }
}

/** Nothing of a person is public without them. */
const audienceOf = ({ audience, section }: OwnQuestion) =>
  section === 'referents' && audience === 'public' ? 'consent' : audience

/** Whether everybody may see the answer: asked after it, and kept as an answer is, so that the history says who agreed and when. */
function agreementTo({ key, label, section }: OwnQuestion): Field<boolean | null> {
  const words = eachLanguage((language) => textIn(language, ourWords).form.showEverybody(label[language]))
  return {
    own: agreementKey(key),
    label: words,
    control: { kind: 'checkbox' },
    codec: optional(yesNo),
    headings: headingsOf({ label: words, headings: [], section }),
    audience: 'group',
    brief: eachLanguage((language) => briefly(words[language], language)),
  }
}

/** An answer where no label stands beside it: `Local : oui`, `Combien de vélos ? 12`. */
const briefly = (label: string, language: Language) => `${labelled(label, language)}{}`

/** A sheet of groups has several referents in a row: what is asked of each is numbered there, as their names and addresses are. */
function headingsOf({
  label,
  headings,
  section,
}: Pick<OwnQuestion, 'label' | 'headings' | 'section'>): Readonly<Record<Language, readonly [string, ...string[]]>> {
  const headed = (heading: string) => (section === 'referents' ? `${heading} {n}` : heading)
  return inEachLanguage((language) => [headed(label[language]), ...headings.map(headed)])
}

// biome-ignore lint/suspicious/noExplicitAny: as above
type Answered = { control: Control; codec: Codec<any> }

function answeredWith({ type, options = [] }: OwnQuestion, country: string): Answered {
  const offered: Readonly<Record<string, Words>> = Object.fromEntries(options.map(({ key, label }) => [key, label]))
  switch (type) {
    case 'text':
      return { control: { kind: 'text' }, codec: line(200) }
    case 'long_text':
      return { control: { kind: 'long_text' }, codec: paragraphs(2000) }
    case 'number':
      return { control: { kind: 'number', width: 'short' }, codec: count() }
    case 'yes_no':
      return { control: { kind: 'radios', options: yesNoWords }, codec: yesNoOrUnsaid }
    case 'choice':
      return {
        control: { kind: options.length > optionsSeen ? 'select' : 'radios', options: offered },
        codec: choice(offered),
      }
    case 'choices':
      return { control: { kind: 'boxes', options: offered }, codec: choices(offered) }
    case 'day':
      return { control: { kind: 'day', width: 'short', asked: { year: 'near' } }, codec: day }
    case 'website':
      return { control: { kind: 'url' }, codec: url }
    case 'mail':
      return { control: { kind: 'email' }, codec: email }
    case 'phone':
      return { control: { kind: 'tel', width: 'short' }, codec: phone(country) }
  }
}
