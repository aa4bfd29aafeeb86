import type { Language, Words } from '#shared/text/language.ts'
import type { Sentence } from '#shared/text/sentence.ts'
import { inLanguages } from '#shared/text/words.ts'
import type { Fields } from './field.ts'

/** How a section is spoken of. Sentences have these values: `n`, a number of rows; `name`, what people call a row. */
export type SectionWords = {
  title: Words
  /** One row: `activity`. */
  row: Words
  /** So many of them: `3 activities`. */
  counted: Sentences
  form: {
    /** Above its form, and what to do there. */
    heading: Words
    lead: Words
    /** The button for one more row, and the box that takes one off, where people may. */
    add?: Words
    remove?: { named: Sentences; unnamed: Words }
  }
  /** What a history says of a row that came, or went. */
  history: { added: Words; removed: Words }
}

type Sentences = Readonly<Record<Language, Sentence>>

/**
 * Where the rows of a section are (`shared/db/stores`): the group itself; people who are referents; a table with a row's `uid`, its `group_id`
 * and a column for each field; a table of a group's parts in things of the movement, whose uid is the row's; lists that people are on.
 */
export type Store =
  | { kind: 'group' }
  | { kind: 'people' }
  | RowStore
  | { kind: 'parts'; table: string; of: string }
  | { kind: 'boxes' }

/** `within`: the table is shared, and its column `section` has the section's list. */
type RowStore = { kind: 'rows'; table: string; within?: boolean }

/** A part of a group's record that is answered, and ages, on its own: rows of the same fields. */
export type Section = {
  /** In addresses, and where its age is kept. */
  name: string
  /** In records and their changes. */
  list: string
  words: SectionWords
  fields: Fields
  store: Store
  /** `one`: the group's own. `free`: people add rows and take them off. `given`: for each campaign, or person, there is one. */
  rows: 'one' | 'free' | 'given'
  /** The field that people call a row by; null where it is called by what it stands for. */
  nameField: string | null
  /** The field whose day rows are sorted by, the latest first; null where they stay as they came. Such a list grows for years. */
  dayField: string | null
  /** Its rows are people: what they say of themselves is told to nobody else, and goes when they are erased. */
  isAboutPeople: boolean
  /** How many rows are worth reading on a phone before one corrects them; who is on a list is said of everybody. */
  rowsAtGlance: number
  /** Rows that referents may write in it; null where nobody adds any. */
  mostRows: number | null
  /** The figure that its rows, of all groups, add up to. */
  figure: SectionFigure
}

/** Whether a group has ever more of its rows: pages, and what is read for them, hold a part. */
export function grows(section: Section): section is GrowingSection {
  return section.store.kind === 'rows'
}

/** The table that a section's rows are in, with the answers to own questions. */
export function tableOf({ store }: Pick<Section, 'store'>): string {
  if (store.kind === 'group') return 'local_group'
  return store.kind === 'rows' || store.kind === 'parts' ? store.table : 'referent'
}

export type GrowingSection = Section & { store: RowStore }

export function growingSections(sections: readonly Section[]): GrowingSection[] {
  return sections.filter(grows)
}

/** How it is called, how it is counted, and how what fields sum is counted. */
export type SectionFigure = { label: Words; counted: Words; sums: Words }

/** Of what has a day, the figures are those of a year. */
export const inLastYear = inLanguages({
  fr: 'ce mois-ci et les onze d’avant, d’après ce que les groupes ont inscrit dans leur fiche',
  en: 'this month and the eleven before, as the groups wrote in their records',
})
