import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { updateLanguage } from '#shared/db/people.ts'
import { countPress } from '#shared/db/presses.ts'
import type { FormsContext } from './env.ts'
import type { OpenVisit } from './visit.ts'

/** Writes what a press means, in one transaction, and that the link was pressed with; and the language that they chose before, which nothing showed to be theirs. */
export async function writePress(
  context: FormsContext,
  { hash, person, presses }: OpenVisit,
  statements: readonly D1PreparedStatement[],
): Promise<void> {
  const { DB } = context.env
  const { chosen, now } = context.var
  const language = chosen ? [updateLanguage(DB, person.uid, chosen)] : []
  await DB.batch([...language, ...statements, ...countPress(DB, { presser: hash, before: presses }, now)])
  if (chosen) context.set('choice', null)
}
