import { language, words } from '#scripts/text/text.ts'
import { isNeeded } from '#shared/record/field.ts'
import type { Section } from '#shared/record/section.ts'
import type { Sections } from '#shared/record/sections.ts'
import { colonIn } from '#shared/text/colon.ts'

/** What a group will be asked, section by section, in the order of the form; then the questions that no section asks. */
export function whatIsAsked({ asked }: Sections, questions: readonly { section: string; key: string }[]): string[] {
  const names = new Set(asked.flatMap(({ name }) => [name, name.replace(/^own_/, '')]))
  const lost = questions.filter(({ section }) => !names.has(section)).map(({ section, key }) => `${section}.${key}`)
  return [words.asked, ...asked.map(sectionLine), ...(lost.length > 0 ? [words.askedNowhere(lost)] : [])]
}

function sectionLine({ words: said, fields }: Section): string {
  const labels = Object.values(fields)
    .filter(({ control }) => control.kind !== 'derived')
    .map((field) => {
      const label = field.label[language]
      if (field.audience === 'coordinators') return words.askedOfTeam(label)
      return isNeeded(field) ? `${label}*` : label
    })
  return `  ${said.title[language]}${colonIn(language)}${labels.join(', ')}`
}
