import type { Control } from '#shared/record/field.ts'
import { eachLanguage, type Language, type Words } from '#shared/text/language.ts'

export type BoxAttributes = Record<string, string | boolean | undefined>

type FieldBoxProps = { control: Control; attributes: BoxAttributes; text: string; language: Language }

/** The box that one types or chooses in, without its label. */
export function FieldBox({ control, attributes, text, language }: FieldBoxProps) {
  if (control.kind === 'long_text') {
    return (
      <textarea {...attributes} rows={5}>
        {text}
      </textarea>
    )
  }
  if (control.kind === 'select') {
    return (
      <select {...attributes}>
        <option value="" />
        {inOrder(withAnswers(control.options, [text]), control.isSorted ? language : null).map(([value, label]) => (
          <option value={value} selected={value === text}>
            {label[language]}
          </option>
        ))}
      </select>
    )
  }
  return <input {...attributes} {...typing(control.kind)} value={text} />
}

/** As they are said; by the alphabet of a language, where one is given. */
function inOrder(options: Readonly<Record<string, Words>>, language: Language | null): [string, Words][] {
  const entries = Object.entries(options)
  if (language === null) return entries
  const { compare } = new Intl.Collator(language)
  return entries.sort(
    ([one, a], [other, b]) => Number(other === '') - Number(one === '') || compare(a[language], b[language]),
  )
}

/** The options, and the answers that are none of them any more. */
export function withAnswers(
  options: Readonly<Record<string, Words>>,
  answers: readonly string[],
): Readonly<Record<string, Words>> {
  const others = answers.filter((answer) => answer !== '' && !Object.hasOwn(options, answer))
  return { ...options, ...Object.fromEntries(others.map((answer) => [answer, eachLanguage(() => answer)])) }
}

/** The keyboard that a phone shows. Never `type=number`: it drops what it cannot read, and scrolls values away. */
function typing(kind: Control['kind']): BoxAttributes {
  if (kind === 'number') return { type: 'text', inputmode: 'numeric' }
  if (kind === 'email') return { type: 'email', inputmode: 'email', spellcheck: 'false', autocapitalize: 'none' }
  if (kind === 'tel') return { type: 'tel', inputmode: 'tel' }
  if (kind === 'url') return { type: 'text', inputmode: 'url', spellcheck: 'false', autocapitalize: 'none' }
  return { type: 'text' }
}
