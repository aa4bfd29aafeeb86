import type { MovementSettings } from '#shared/settings/schema.ts'
import type { Nouns } from '#shared/text/nouns.ts'
import type { OwnWords } from '#shared/text/text.ts'
import { askedNames } from './field.ts'
import { ownFields } from './own-fields.ts'
import { sectionWithNouns } from './own-nouns.ts'
import { ownSection } from './own-section.ts'
import type { Section } from './section.ts'
import { activities } from './sections/activities.ts'
import { campaigns } from './sections/campaigns.ts'
import { identity } from './sections/identity.ts'
import { mailingLists } from './sections/mailing-lists.ts'
import { referents } from './sections/referents.ts'
import { trainings } from './sections/trainings.ts'

/** Those that are ours, by their lists, in the order of the form. */
const ours = ({ country, countries, lists, questions, nouns }: Omit<RecordSettings, 'sections'>) => {
  const asking = <Ours extends Section>(ours: Ours): Ours => {
    const section = sectionWithNouns(ours, nouns)
    return { ...section, fields: { ...section.fields, ...ownFields(questions, section.name, country) } }
  }
  return {
    group: asking(identity(country, countries)),
    referents: asking(referents(country)),
    activities: asking<typeof activities>(activities),
    campaigns: asking<typeof campaigns>(campaigns),
    trainings: asking<typeof trainings>(trainings),
    lists: listsWith(mailingLists(lists), nouns),
  }
}

/** What of our sections no setting changes: where each keeps its rows, and what it asks of everybody. */
export const ourSections: readonly Section[] = Object.values<Section>(ours({ country: 'FR', lists: [], questions: [] }))

/** What each list is about, the movement has said in its own words. */
function listsWith<Lists extends Section>(section: Lists, nouns: RecordSettings['nouns']): Lists {
  return { ...sectionWithNouns(section, nouns), fields: section.fields }
}

/** What the record is made of. */
export type RecordSettings = Pick<MovementSettings, 'country' | 'lists' | 'questions' | 'sections'> &
  Partial<Pick<MovementSettings, 'sentences'>> & {
    nouns?: Nouns
    /** Where the movement has groups, its own country first; left out, there alone. */
    countries?: readonly string[]
  }

/** Where a movement has groups, its own country first. */
export function countriesOf({
  country,
  otherCountries,
}: Pick<MovementSettings, 'country' | 'otherCountries'>): readonly string[] {
  return [...new Set([country, ...otherCountries])]
}

export type OurSections = ReturnType<typeof ours>

/** The sections of a movement's record. */
export type Sections = {
  /** Those that are asked, in the order of the form: a movement without mailing lists has no question about them. */
  asked: readonly Section[]
  names: readonly string[]
  /** What the movement calls what they are about, and what it says otherwise. */
  nouns: Nouns
  sentences: OwnWords['sentences']
  /** Those that are ours, asked or not: what they have in common with a movement's own is reached by name. */
  ours: OurSections
  /** Null when no section that is asked has this name, or keeps this list. */
  find: (name: string) => Section | null
  of: (list: string) => Section | null
  /** One that is there. */
  named: (name: string) => Section
}

export function sectionsOf(settings: RecordSettings): Sections {
  const known = ours(settings)
  const ofOurs = new Map(Object.values<Section>(known).map((section) => [section.name, section]))
  const asked = settings.sections
    .flatMap((section) =>
      typeof section === 'string'
        ? (ofOurs.get(section) ?? [])
        : section.asked
          ? ownSection(section, settings.questions, settings.country, settings.nouns ?? {})
          : [],
    )
    .filter(({ fields }) => askedNames(fields).length > 0)
  const byName = new Map(asked.map((section) => [section.name, section]))
  const byList = new Map(asked.map((section) => [section.list, section]))
  return {
    asked,
    names: [...byName.keys()],
    nouns: settings.nouns ?? {},
    sentences: settings.sentences ?? [],
    ours: known,
    find: (name) => byName.get(name) ?? null,
    of: (list) => byList.get(list) ?? null,
    named: (name) => {
      const section = byName.get(name)
      if (!section) throw new Error(`no section ${name}`)
      return section
    },
  }
}
