import type { OwnAnswers } from '#shared/db/own-answers.ts'
import type { Movement } from '#shared/movement.ts'
import { type Field, isSound, readField } from '#shared/record/field.ts'
import { ownFieldName, ownFields } from '#shared/record/own-fields.ts'
import type { Value } from '#shared/record/row.ts'
import { type OwnQuestionSaid, questionsSchema } from '#shared/settings/questions.ts'

/** How many rows have an answer that a question, as it would be, does not take. */
export function unfitAnswers({ different }: OwnAnswers, said: OwnQuestionSaid, { country }: Movement): number {
  const [question] = questionsSchema.parse([{ ...said, asked: 'now' }])
  if (!question) return 0
  const field = ownFields([question], question.section, country)[ownFieldName(question.key)]
  if (!field) return 0
  return different.filter(({ answer }) => !fits(field, answer)).reduce((sum, { rows }) => sum + rows, 0)
}

/** As it is kept, or as somebody would type it. */
// biome-ignore lint/suspicious/noExplicitAny: a question's answer may be any value
function fits(field: Field<any>, answer: Value): boolean {
  return isSound(field, answer) || !readField(field, String(answer ?? '')).problem
}
