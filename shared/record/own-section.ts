import type { OwnQuestion } from '#shared/settings/questions.ts'
import type { OwnSection } from '#shared/settings/sections.ts'
import { eachLanguage, type Words } from '#shared/text/language.ts'
import type { Nouns } from '#shared/text/nouns.ts'
import { inLanguages } from '#shared/text/words.ts'
import { ownFieldName, ownFields } from './own-fields.ts'
import { spokenWith } from './own-nouns.ts'
import { type GrowingSection, inLastYear, type SectionWords } from './section.ts'

/** Rows that a group may have in it. */
const mostRows = 1000

/** In addresses and changes: no section of ours, and no page of a group, begins so. */
const ownSectionName = (key: string) => `own_${key}`

/** A section of a movement's own, as ours are. */
export function ownSection(
  section: OwnSection,
  questions: readonly OwnQuestion[],
  country: string,
  nouns: Nouns,
): GrowingSection {
  const name = ownSectionName(section.key)
  const fields = ownFields(questions, section.key, country)
  const fieldOf = (key: string | undefined) =>
    key !== undefined && fields[ownFieldName(key)] ? ownFieldName(key) : null
  const day = fieldOf(section.day)
  const counted = spokenWith(day === null ? inRecords : inLastYear, nouns)
  return {
    name,
    list: name,
    fields,
    store: { kind: 'rows', table: 'section_row', within: true },
    rows: 'free',
    nameField: fieldOf(section.name),
    dayField: day !== null && fields[day]?.control.kind === 'day' ? day : null,
    isAboutPeople: false,
    rowsAtGlance: 2,
    mostRows,
    words: wordsOf(section),
    figure: { label: section.title, counted, sums: counted },
  }
}

const inRecords = inLanguages({ fr: 'd’après la fiche des groupes', en: 'as the groups’ records say' })

/** Sentences that hold whatever the movement's words, in French without an article or an agreement. */
const aboutRows = {
  counted: inLanguages({ fr: '{}\u00a0: {n}', en: '{}: {n}' }),
  lead: inLanguages({ fr: 'Ajoutez, corrigez, ou laissez comme c’est.', en: 'Add, correct, or leave it as it is.' }),
  add: inLanguages({ fr: 'Ajouter ({})', en: 'Add ({})' }),
  removeNamed: inLanguages({ fr: 'Supprimer «\u00a0{name}\u00a0»', en: 'Delete “{name}”' }),
  remove: inLanguages({ fr: 'Supprimer ({})', en: 'Delete ({})' }),
  added: inLanguages({ fr: '{}, ajout', en: '{}, added' }),
  removed: inLanguages({ fr: '{}, suppression', en: '{}, deleted' }),
}

function wordsOf({ title, row = title, lead = aboutRows.lead, add }: OwnSection): SectionWords {
  return {
    title,
    row,
    counted: joined(title, aboutRows.counted),
    form: {
      heading: title,
      lead,
      add: add ?? joined(row, aboutRows.add),
      remove: { named: aboutRows.removeNamed, unnamed: joined(row, aboutRows.remove) },
    },
    history: { added: joined(title, aboutRows.added), removed: joined(title, aboutRows.removed) },
  }
}

function joined(said: Words, sentence: Words): Words {
  return eachLanguage((language) => sentence[language].replace('{}', () => said[language]))
}
