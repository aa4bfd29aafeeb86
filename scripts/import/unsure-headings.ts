import { compose } from '#shared/sheet/headings/compose.ts'
import type { RecognisedSheet } from '#shared/sheet/recognise.ts'
import type { Language } from '#shared/text/language.ts'

/** What somebody may say that headings mean: each as a referent's; the first as the group's, where a group has such a thing. */
export type MayMean = { ofReferent: string[]; ofGroup: string | null }

/** Fields of groups that hold what a referent's field does. */
const groupFields: Readonly<Record<string, string>> = { email: 'public_email' }

export function mayMean({ unsure, shape }: RecognisedSheet, language: Language): MayMean {
  const { own = {}, referent = {} } = shape.parts
  const fieldOf = (heading: string) => {
    const composed = compose(heading)
    const field = composed?.about === 'person' ? composed.field : 'email'
    return field === 'landline' ? 'phone' : field in referent ? field : 'name'
  }
  const means = (heading: string, meaning: string | undefined) =>
    meaning === undefined ? [] : [`--means "${heading} = ${meaning}"`]
  const ofGroup = unsure.flatMap((heading) =>
    means(heading, own[groupFields[fieldOf(heading)] ?? '']?.headings[language][0]),
  )
  return {
    ofReferent: unsure.flatMap((heading) =>
      means(heading, referent[fieldOf(heading)]?.headings[language][0].replace('{n}', '1')),
    ),
    ofGroup: ofGroup[0] ?? null,
  }
}
