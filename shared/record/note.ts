import { inLanguages } from '#shared/text/words.ts'
import { paragraphs } from './codecs.ts'
import type { Field } from './field.ts'

/** What a referent writes to the team. */
export const noteField: Field<string> = {
  label: inLanguages({ fr: 'Votre mot', en: 'Your note' }),
  control: { kind: 'long_text' },
  codec: paragraphs(4000),
  headings: inLanguages({ fr: ['Mot'], en: ['Note'] }),
  audience: 'coordinators',
}
