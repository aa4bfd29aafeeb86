import { consentFields, ownConsents } from '#shared/domain/public-group.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

/** What a person may agree to have shown to everybody, each with the sentence that they tick. */
export function consentsAsked(movement: Movement, language: Language): (readonly [field: string, sentence: string])[] {
  const { agree } = textIn(language, movement).me
  return [
    ...consentFields.map((field) => [field, agree[field]] as const),
    ...ownConsents(movement.sections.ours.referents.fields).map(([name, { label }]) => {
      return [name, textIn(language, movement).form.showEverybody(label[language])] as const
    }),
  ]
}
