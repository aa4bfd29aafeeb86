import type { SectionAnswer } from '#shared/actions/update-section/plan-section.ts'
import { typedFromForm } from '#shared/domain/typed-section.ts'
import { isLanguage, type Language } from '#shared/text/language.ts'
import { texts } from '#workers/posted-form.ts'
import { sectionParam } from './edit-section.tsx'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { openChoices, withMine } from './open-choices.ts'
import type { Press } from './page-stamp.ts'
import { readGroupPress } from './visit.ts'

/** A section's form as it was posted. */
export type PostedSection = SectionAnswer & {
  /** The revision that the typed values correct. */
  since: number
  press: Press
  wantsRow: boolean
  /** The language in which they want what they typed. */
  to: Language | null
}

export async function readPostedSection(context: FormsContext): Promise<PostedSection> {
  const section = sectionParam(context)
  const data = await readForm(context)
  const form = texts(data)
  const since = Number(form.get('since'))
  const to = form.get('to')
  return {
    section,
    rows: typedFromForm(context.var.movement.sections.named(section).fields, withMine(form)),
    since: Number.isSafeInteger(since) && since >= 0 ? since : 0,
    press: await readGroupPress(context, data),
    isNobodyMeant: form.get('nobody') === 'oui',
    townMeant: form.get('town_meant'),
    wantsRow: form.get('do') === 'add',
    to: isLanguage(to) ? to : null,
    open: openChoices(form),
  }
}
