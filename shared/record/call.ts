import { inLanguages } from '#shared/text/words.ts'
import { day, optional, paragraphs } from './codecs.ts'
import type { Field } from './field.ts'

const body: Field<string> = {
  label: inLanguages({ fr: 'Ce qui s’est dit', en: 'What was said' }),
  hint: inLanguages({
    fr: 'L’équipe seule le lit. Restez aux faits, sans rien de la vie privée.',
    en: 'Only the team reads it. Keep to facts, nothing of private lives.',
  }),
  control: { kind: 'long_text' },
  codec: paragraphs(2000),
  headings: inLanguages({ fr: ['Ce qui s’est dit'], en: ['What was said'] }),
  audience: 'coordinators',
}

const calledOn: Field<string | null> = {
  label: inLanguages({ fr: 'Appelé le', en: 'Called on' }),
  hint: inLanguages({ fr: 'Laissez vide pour une simple note.', en: 'Leave it empty for a mere note.' }),
  control: { kind: 'day', width: 'short', asked: { year: 'near' } },
  codec: optional(day),
  headings: inLanguages({ fr: ['Appelé le'], en: ['Called on'] }),
  audience: 'coordinators',
}

const nextOn: Field<string | null> = {
  label: inLanguages({ fr: 'À rappeler le', en: 'Call again on' }),
  hint: inLanguages({
    fr: 'Jusqu’à ce jour, le groupe n’est plus dans la liste de personne.',
    en: 'Until that day the group is on nobody’s list.',
  }),
  control: { kind: 'day', width: 'short', asked: { year: 'near' } },
  codec: optional(day),
  headings: inLanguages({ fr: ['À rappeler le'], en: ['Call again on'] }),
  audience: 'coordinators',
}

/** What somebody of the team says of a call. */
export const callFields = { body, called_on: calledOn, next_on: nextOn } as const
