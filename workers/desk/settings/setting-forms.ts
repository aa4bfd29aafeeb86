import { line } from '#shared/record/codecs.ts'
import type { Control, Field } from '#shared/record/field.ts'
import { eachLanguage, inEachLanguage, type Language, type Words } from '#shared/text/language.ts'
import type { Nouns } from '#shared/text/nouns.ts'
import { ourWords, textIn } from '#shared/text/text.ts'
import type { PostedDeskForm } from '../desk-form.tsx'

/** What the form holds of one control, as texts; of boxes, those that are ticked, with commas between. */
type Posted = Pick<PostedDeskForm, 'get' | 'getAll'>
/** `spoken`: the language that it is in, where only movements that speak it are asked. */
export type SettingControl = { name: string; field: Field<string>; spoken?: Language }

/** How a setting is shown in a form, and read from it. What it may be, its schema says. */
export type SettingForm = {
  key: string
  controls: readonly SettingControl[]
  /** What each control holds, by its name. */
  write: (value: unknown, language: Language) => Readonly<Record<string, string>>
  /** Undefined takes the setting back. */
  read: (form: Posted) => unknown
}

type SettingsText = ReturnType<typeof textIn>['settings']
type FieldKey = keyof SettingsText['fields']
/** Words of ours in each language. */
export const said = (pick: (text: SettingsText, language: Language) => string): Words =>
  eachLanguage((language) => pick(textIn(language, ourWords).settings, language))

/** With which nouns a setting is said: where they are chosen with ours, or “left empty, we say” would name the movement's own. */
export const nounsFor = (key: string, nouns: Nouns): Nouns => (key.startsWith('nouns') ? {} : nouns)

/** What a language is called in each language: `anglais`. */
export const languageIn = (one: Language): Words =>
  eachLanguage((language) => new Intl.DisplayNames(language, { type: 'language' }).of(one) ?? one)

/** A control of a setting, as one of a question: what is typed is read by the setting's form. */
export function controlFor(label: Words, control: Control, hint?: Words): Field<string> {
  return {
    label,
    ...(hint ? { hint } : {}),
    control,
    codec: line(1000),
    headings: inEachLanguage((language) => [label[language]]),
    audience: 'coordinators',
  }
}

function fieldFor(key: FieldKey, control: Control): Field<string> {
  const hasHint = 'hint' in textIn('fr', ourWords).settings.fields[key]
  const label = said((text) => text.fields[key].label)
  return controlFor(label, control, hasHint ? said((text) => (text.fields[key] as { hint: string }).hint) : undefined)
}

type Typed = { write?: (value: unknown) => string; read?: (text: string) => unknown }

/** A setting in one control. Nothing typed takes it back. */
function single(key: FieldKey, control: Control, { write = shown, read = (text) => text }: Typed = {}): SettingForm {
  return {
    key,
    controls: [{ name: key, field: fieldFor(key, control) }],
    write: (value) => ({ [key]: write(value) }),
    read: (form) => {
      const text = (form.get(key) ?? '').trim()
      return text === '' ? undefined : read(text)
    },
  }
}

const shown = (value: unknown) => String(value ?? '')
const numberIn = (text: string): unknown => (/^\d{1,9}$/.test(text) ? Number(text) : text)

export const oneText = (key: FieldKey, kind: 'text' | 'email' | 'url' = 'text', width?: 'short') =>
  single(key, { kind, ...(width ? { width } : {}) })
export const oneNumber = (key: FieldKey) => single(key, { kind: 'number', width: 'short' }, { read: numberIn })

/** A text a line. */
export const oneEachLine = (key: FieldKey) =>
  single(
    key,
    { kind: 'long_text' },
    { write: (value) => (Array.isArray(value) ? value.join('\n') : ''), read: linesOf },
  )

export const linesOf = (text: string): string[] => text.split('\n').flatMap((one) => one.trim() || [])

/** One of these values; as numbers where they are. */
export function oneOf(
  key: FieldKey,
  options: Readonly<Record<string, Words>>,
  kind: 'radios' | 'select' = 'radios',
  isSorted?: true,
) {
  const isNumber = Object.keys(options).every((option) => /^\d+$/.test(option))
  return single(key, { kind, options, ...(isSorted ? { isSorted } : {}) }, isNumber ? { read: numberIn } : {})
}

/** Any of these values, in their order, as a list; as numbers where they are. */
export function anyOf(key: FieldKey, options: Readonly<Record<string, Words>>): SettingForm {
  const isNumber = Object.keys(options).every((option) => /^\d+$/.test(option))
  return {
    key,
    controls: [{ name: key, field: fieldFor(key, { kind: 'boxes', options }) }],
    write: (value) => ({ [key]: Array.isArray(value) ? value.join(',') : '' }),
    read: (form) => {
      const chosen = form.getAll(key).filter((text) => text !== '')
      return isNumber ? chosen.map(numberIn) : chosen
    },
  }
}

/** Pairs, one a line: `theirs = ours`. */
export const pairsEachLine = (key: FieldKey) =>
  single(
    key,
    { kind: 'long_text' },
    {
      write: (value) =>
        Object.entries((value ?? {}) as Record<string, string>)
          .map(([one, other]) => `${one} = ${other}`)
          .join('\n'),
      read: (text) =>
        Object.fromEntries(
          linesOf(text).map((one) => {
            const at = one.lastIndexOf('=')
            return at < 0 ? [one, ''] : [one.slice(0, at).trim(), one.slice(at + 1).trim()]
          }),
        ),
    },
  )

/** A setting in one list to choose from, of which each choice is a value of several parts. */
export function oneChoice(
  key: FieldKey,
  choices: readonly { name: string; label: Words; value: unknown }[],
): SettingForm {
  const options = Object.fromEntries(choices.map(({ name, label }) => [name, label]))
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  return single(
    key,
    { kind: 'select', options },
    {
      write: (value) => choices.find((choice) => isSame(choice.value, value))?.name ?? '',
      read: (text) => choices.find(({ name }) => name === text)?.value ?? text,
    },
  )
}
