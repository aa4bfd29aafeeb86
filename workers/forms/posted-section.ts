import { ownConsents } from '#shared/domain/public-group.ts'
import { agreementAsked, agreementGiven } from '#shared/domain/typed-section.ts'
import type { Fields } from '#shared/record/field.ts'
import { isLanguage, type Language } from '#shared/text/language.ts'
import { texts } from '#workers/posted-form.ts'
import { readTypedAnswer, type TypedAnswer } from '#workers/section/typed-answer.ts'
import { sectionParam } from './edit-section.tsx'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import type { Submission } from './form-token.ts'
import { readGroupSubmission } from './link-session.ts'

/** A section's form as it was posted; `to`: the language in which they want what they typed. */
export type PostedSection = TypedAnswer & { submission: Submission; to: Language | null; agreement: PostedAgreement }

/** Of what whoever looks answers of themselves: what the page asked whether everybody may see it, and of which they ticked that (fields of referents). */
export type PostedAgreement = { asked: readonly string[]; given: readonly string[] }

function readAgreement({ getAll }: ReturnType<typeof texts>, fields: Fields): PostedAgreement {
  const own = new Set(ownConsents(fields).map(([name]) => name))
  const asked = getAll(agreementAsked).filter((name) => own.has(name))
  return { asked, given: getAll(agreementGiven).filter((name) => asked.includes(name)) }
}

export async function readPostedSection(context: FormsContext): Promise<PostedSection> {
  const section = sectionParam(context)
  const data = await readForm(context)
  const form = texts(data)
  const to = form.get('to')
  return {
    ...readTypedAnswer(form, context.var.movement.sections, section),
    submission: await readGroupSubmission(context, data),
    to: isLanguage(to) ? to : null,
    agreement: readAgreement(form, context.var.movement.sections.ours.referents.fields),
  }
}
