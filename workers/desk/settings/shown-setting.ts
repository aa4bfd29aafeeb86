import { spokenWith } from '#shared/record/own-nouns.ts'
import type { Section } from '#shared/record/section.ts'
import { sectionsOf } from '#shared/record/sections.ts'
import { colonIn } from '#shared/text/colon.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { nounsFor, type SettingForm } from './setting-forms.ts'
import { settingGroups } from './setting-groups.ts'

/** Their titles are those of any movement. */
const ourSections = Object.values<Section>(sectionsOf({ country: 'FR', lists: [], questions: [], sections: [] }).ours)

/** What a setting is called; its key where we have no word. */
export function settingLabel(key: string, language: Language, own: OwnWords): string {
  const { fields, asked, lists, logo, sentences } = textIn(language, own).settings
  const titles: Readonly<Record<string, string>> = {
    questions: asked.title,
    sections: asked.title,
    lists: lists.title,
    sentences: sentences.title,
    'face.logo': logo.title,
  }
  if (titles[key] !== undefined) return titles[key]
  return Object.hasOwn(fields, key) ? fields[key as keyof typeof fields].label : key
}

type Lines = { gone: string[]; come: string[] }

/** A change of a setting, a line each of what went and what came: of lists, only those that differ. */
export function changedLines(
  key: string,
  [before, after]: readonly [unknown, unknown],
  language: Language,
  own: OwnWords,
): Lines {
  const [earlier, later] = [linesOf(key, before, language, own), linesOf(key, after, language, own)]
  const gone = earlier.filter((line) => !later.includes(line))
  const come = later.filter((line) => !earlier.includes(line))
  return gone.length + come.length === 0 ? { gone: earlier, come: later } : { gone, come }
}

const forms = new Map<string, SettingForm>(
  settingGroups.flatMap((group) => group.forms.map((form) => [form.key, form] as const)),
)

function linesOf(key: string, value: unknown, language: Language, own: OwnWords): string[] {
  if (value === undefined || value === null) return []
  if (key === 'face.logo') return [textIn(language, own).settings.logo.changed]
  if (Array.isArray(value)) return value.map((item) => itemLine(item, language, own))
  const form = forms.get(key)
  if (!form) return [JSON.stringify(value)]
  const texts = form.write(value, language)
  const colon = colonIn(language)
  return spokenWith(form.controls, nounsFor(key, own.nouns)).map(({ name, field: { control, label } }) => {
    const text = texts[name] ?? ''
    const said = 'options' in control ? (control.options[text]?.[language] ?? text) : text
    return form.controls.length > 1 ? label[language] + colon + said : said
  })
}

/** One thing of a list: what it is called, and what is said of it beside. */
function itemLine(item: unknown, language: Language, own: OwnWords): string {
  if (typeof item !== 'object' || item === null) return ourTitle(String(item), language, own)
  const { label, title, says, instead: _, key, ...rest } = item as Record<string, unknown>
  const name = wordsIn(label, language) ?? wordsIn(title, language) ?? wordsIn(says, language) ?? String(key)
  const details = Object.entries(rest).flatMap(([part, value]) => detailIn(part, value, language, own))
  return [name, ...details].join(' · ')
}

/** A section of ours by its title; any other text as it is. */
function ourTitle(text: string, language: Language, { nouns }: OwnWords): string {
  const ours = ourSections.find(({ name }) => name === text)?.words.title
  return ours ? spokenWith(ours, nouns)[language] : text
}

function wordsIn(value: unknown, language: Language): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const words = value as Readonly<Record<string, string>>
  return words[language] ?? Object.values(words)[0]
}

/** What is said of a question beside its words, in the words of its form. */
function detailIn(part: string, value: unknown, language: Language, own: OwnWords): string[] {
  const { question, asked } = textIn(language, own).settings
  if (part === 'type') return [question.types[value as keyof typeof question.types] ?? String(value)]
  if (part === 'audience') return [question.audiences[value as keyof typeof question.audiences] ?? String(value)]
  if (part === 'asked') return [value === 'next_round' ? asked.nextRound : asked.no]
  if (part === 'section') return [ourTitle(String(value), language, own)]
  if (part === 'required') return [question.required]
  if (part === 'inMail') return [question.inMail]
  if (Array.isArray(value)) return [value.map((one) => itemLine(one, language, own)).join(', ')]
  return [wordsIn(value, language) ?? String(value)]
}
