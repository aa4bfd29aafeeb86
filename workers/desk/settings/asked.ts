import type { StoredSettings } from '#shared/db/settings.ts'
import type { Movement } from '#shared/movement.ts'
import { namedIn } from '#shared/settings/keys.ts'
import type { OwnQuestionSaid } from '#shared/settings/questions.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { type OurSectionName, type OwnSectionSaid, ourSectionNames } from '#shared/settings/sections.ts'
import type { Words } from '#shared/text/language.ts'

export type SectionSaid = OurSectionName | OwnSectionSaid

/** What groups are asked, as it is said in settings, and whether that is fixed. */
export type AskedSettings = {
  sections: readonly SectionSaid[]
  questions: readonly OwnQuestionSaid[]
  isFixed: { sections: boolean; questions: boolean }
}

export function askedIn(fixed: SomeSettings, { values }: StoredSettings): AskedSettings {
  const named = namedIn(fixed)
  const said = { ...values, ...named }
  return {
    sections: (said.sections ?? ourSectionNames) as readonly SectionSaid[],
    questions: (said.questions ?? []) as readonly OwnQuestionSaid[],
    isFixed: { sections: Object.hasOwn(named, 'sections'), questions: Object.hasOwn(named, 'questions') },
  }
}

export const sectionKey = (section: SectionSaid) => (typeof section === 'string' ? section : section.key)
export const questionSection = ({ section = 'identity' }: Pick<OwnQuestionSaid, 'section'>) => section
/** What tells a question apart, in addresses: `identity.room`. */
export const questionName = (question: OwnQuestionSaid) => `${questionSection(question)}.${question.key}`
export const isAskedSection = (section: SectionSaid) => typeof section === 'string' || section.asked !== false

/** What a section is called. */
export function saidTitle(section: SectionSaid, { sections }: Movement): Words {
  if (typeof section !== 'string') return section.title as Words
  const ours = Object.values(sections.ours).find(({ name }) => name === section)
  if (!ours) throw new Error(`no section ${section}`)
  return ours.words.title
}

/** The same list with one item a place further up or down, among those that `isBeside` it. */
export function moved<Item>(list: readonly Item[], item: Item, by: -1 | 1, isBeside: (one: Item) => boolean): Item[] {
  const beside = list.filter(isBeside)
  const other = beside[beside.indexOf(item) + by]
  if (other === undefined) return [...list]
  return list.map((one) => (one === item ? other : one === other ? item : one))
}
