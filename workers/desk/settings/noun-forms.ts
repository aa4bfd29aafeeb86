import type { Control } from '#shared/record/field.ts'
import { type Language, languages, type Words } from '#shared/text/language.ts'
import type { Noun, NounKind } from '#shared/text/nouns.ts'
import { takesNouns } from '#shared/text/text.ts'
import { controlFor, languageIn, type SettingControl, type SettingForm, said } from './setting-forms.ts'

type Part = keyof Noun

/** What a movement calls one thing, in each language whose sentences have a place for it: nobody is asked for a word that is said nowhere. */
export function nounForm(kind: NounKind): SettingForm {
  const key = `nouns.${kind}`
  const nameOf = (language: Language, part: Part) => `${key}.${language}.${part}`
  const all = languages.filter(takesNouns).flatMap((language) => partsIn(language).map((part) => ({ language, part })))
  return {
    key,
    controls: all.map(
      ({ language, part }): SettingControl => ({
        name: nameOf(language, part),
        spoken: language,
        field: controlFor(
          labelOf(kind, language, part),
          controlOf(kind, part),
          part === 'one' ? hintOf(kind, language) : undefined,
        ),
      }),
    ),
    write: (value) => {
      const nouns = (value ?? {}) as Partial<Record<Language, Noun>>
      return Object.fromEntries(
        all.map(({ language, part }) => [nameOf(language, part), nouns[language]?.[part] ?? '']),
      )
    },
    read: (form) => {
      const typed = languages.filter(takesNouns).map((language) => {
        const parts = partsIn(language).map((part) => [part, (form.get(nameOf(language, part)) ?? '').trim()] as const)
        return [language, Object.fromEntries(parts.filter(([part, text]) => text !== '' || part !== 'gender'))] as const
      })
      const told = typed.filter(([, { one, many }]) => `${one}${many}` !== '')
      return told.length === 0 ? undefined : Object.fromEntries(told)
    },
  }
}

const partsIn = (language: Language): readonly Part[] =>
  language === 'fr' ? ['one', 'many', 'gender'] : ['one', 'many']

function controlOf(kind: NounKind, part: Part): Control {
  if (part !== 'gender') return { kind: 'text', width: 'short' }
  const genders =
    kind === 'referent' ? (['masculine', 'feminine', 'epicene'] as const) : (['masculine', 'feminine'] as const)
  const options = genders.map((gender) => [gender, said((text) => text.nouns.genders[gender])] as const)
  return { kind: 'radios', options: Object.fromEntries(options) }
}

const labelOf = (kind: NounKind, language: Language, part: Part): Words =>
  said((text, reader) => text.nouns.label(text.nouns.kinds[kind], text.nouns.parts[part], languageIn(language)[reader]))

/** The example is a word of the box's own language. */
const hintOf = (kind: NounKind, language: Language): Words =>
  said((text) => text.nouns.hint(examples[kind][language], ours[kind][language]))

const examples: Readonly<Record<NounKind, Readonly<Record<Language, string>>>> = {
  group: { fr: 'antenne', en: 'chapter', nl: 'afdeling' },
  referent: { fr: 'relais', en: 'lead', nl: 'trekker' },
  area: { fr: 'secteur', en: 'area', nl: 'zone' },
  department: { fr: 'province', en: 'county', nl: 'provincie' },
}
const ours: Readonly<Record<NounKind, Readonly<Record<Language, string>>>> = {
  group: { fr: 'groupe', en: 'group', nl: 'groep' },
  referent: { fr: 'référent·e', en: 'referent', nl: 'contactpersoon' },
  area: { fr: 'région', en: 'region', nl: 'regio' },
  department: { fr: 'département', en: 'department', nl: 'departement' },
}
