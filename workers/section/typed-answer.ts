import type { SectionAnswer } from '#shared/actions/update-section/plan-section.ts'
import { hasStrangeRow, typedFromForm } from '#shared/domain/typed-section.ts'
import { choiceAuthors, openChoices, withMine } from '#shared/html/section/open-choices.ts'
import type { SectionName } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { texts } from '#workers/posted-form.ts'

/** What a section's form says; `since`: the revision that the typed values correct. */
export type TypedAnswer = SectionAnswer & {
  since: number
  wantsRow: boolean
  authors: Readonly<Record<string, string>>
}

export function readTypedAnswer(form: ReturnType<typeof texts>, sections: Sections, section: SectionName): TypedAnswer {
  const since = Number(form.get('since'))
  return {
    section,
    rows: typedFromForm(sections.named(section).fields, withMine(form)),
    since: Number.isSafeInteger(since) && since >= 0 ? since : 0,
    hasStrangeRow: hasStrangeRow(form),
    isNobodyMeant: form.get('nobody') === 'oui',
    townMeant: form.get('town_meant'),
    wantsRow: form.get('do') === 'add',
    open: openChoices(form),
    authors: choiceAuthors(form),
  }
}
