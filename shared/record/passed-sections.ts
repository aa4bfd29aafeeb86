import type { Fields } from './field.ts'
import { isOwnName } from './own-fields.ts'
import type { Section } from './section.ts'
import type { Sections } from './sections.ts'

const known = new WeakMap<Sections, Sections>()

/** What a link that is passed on shows and takes: nothing that is about people. */
export function sectionsPassedOn(sections: Sections): Sections {
  const made = known.get(sections) ?? withoutPeople(sections)
  known.set(sections, made)
  return made
}

function withoutPeople(sections: Sections): Sections {
  const asked = sections.asked.filter((section) => !isAboutPeople(section)).map(withoutContacts)
  const byName = new Map(asked.map((section) => [section.name, section]))
  return {
    ...sections,
    asked,
    names: [...byName.keys()],
    find: (name) => byName.get(name) ?? null,
    named: (name) => byName.get(name) ?? sections.named(name),
  }
}

/** A movement's own section in which a phone or a mail address is asked (a board, say) is about whoever has it. */
function isAboutPeople({ name, isAboutPeople: isOfPeople, fields }: Section): boolean {
  return isOfPeople || (isOwnName(name) && Object.values(fields).some(isContact))
}

function withoutContacts(section: Section): Section {
  // That everybody may see an answer is the group's to say, not whoever's the link is passed on to
  const agreements = new Set(Object.values(section.fields).map(({ agreedBy }) => agreedBy))
  const fields = Object.entries(section.fields).map(([name, field]) => [
    name,
    isContact(field) || agreements.has(name) ? { ...field, audience: 'coordinators' as const } : field,
  ])
  return { ...section, fields: Object.fromEntries(fields) as Fields }
}

/** What a movement asks for itself, and does not show to everybody. */
function isContact({ own, audience, control }: Fields[string]): boolean {
  return own !== undefined && audience !== 'public' && (control.kind === 'email' || control.kind === 'tel')
}
