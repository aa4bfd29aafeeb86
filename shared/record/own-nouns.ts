import type { Language, Words } from '#shared/text/language.ts'
import type { Nouns } from '#shared/text/nouns.ts'
import { putterFor } from '#shared/text/text.ts'
import type { Field, Fields } from './field.ts'
import type { Section } from './section.ts'

/** A section of ours, spoken of with the movement's nouns, and its rhythm. */
export function sectionWithNouns<Ours extends Section>(section: Ours, nouns: Nouns | undefined): Ours {
  if (!nouns || Object.values(nouns).every((noun) => noun === undefined)) return section
  const { words, figure } = section
  return {
    ...section,
    words: spokenWith(words, nouns),
    figure: spokenWith(figure, nouns),
    fields: fieldsWith(section.fields, nouns),
  }
}

function fieldsWith(fields: Fields, nouns: Nouns): Fields {
  const entries = Object.entries(fields).map(([name, field]) => [name, fieldWith(field, nouns)])
  return Object.fromEntries(entries)
}

// biome-ignore lint/suspicious/noExplicitAny: a set holds fields of every value
function fieldWith(field: Field<any>, nouns: Nouns): Field<any> {
  const { label, hint, brief, unit, sum, headings } = field
  const said = spokenWith({ label, hint, brief, unit, sum }, nouns)
  const given = Object.fromEntries(Object.entries(said).filter(([, words]) => words !== undefined))
  return { ...field, ...given, headings: headingsWith(headings, nouns) }
}

type Headings = Field<unknown>['headings']

/** The movement's heading is written; ours are still known, so that an older sheet is read. */
function headingsWith(headings: Headings, nouns: Nouns): Headings {
  const own = spokenWith(headings, nouns)
  const both = Object.entries(headings).map(([language, ours]) => [
    language,
    [...new Set([...own[language as Language], ...ours])],
  ])
  return Object.fromEntries(both) as Headings
}

/** Words of ours with a movement’s nouns in each language, however deep they stand. */
export function spokenWith<Whole>(whole: Whole, nouns: Nouns, language?: Language): Whole {
  if (typeof whole === 'string') return ((language && putterFor(nouns, language)?.(whole)) ?? whole) as Whole
  if (typeof whole !== 'object' || whole === null) return whole
  if (Array.isArray(whole)) return whole.map((one) => spokenWith(one, nouns, language)) as Whole
  const entries = Object.entries(whole).map(([key, value]) => [
    key,
    spokenWith(value, nouns, language ?? spokenIn(whole, key)),
  ])
  return Object.fromEntries(entries) as Whole
}

/** The language that a part of words is in. */
function spokenIn(whole: object, key: string): Language | undefined {
  return isSaid(whole) ? (key as Language) : undefined
}

function isSaid(whole: object): whole is Words {
  return 'fr' in whole && 'en' in whole
}
