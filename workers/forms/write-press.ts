import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { countPress } from '#shared/db/presses.ts'
import type { FormsContext } from './env.ts'
import type { OpenVisit } from './visit.ts'

/** Writes what a press means, in one transaction, and that the link was pressed with. */
export async function writePress(
  context: FormsContext,
  { hash }: OpenVisit,
  statements: readonly D1PreparedStatement[],
): Promise<void> {
  const { DB } = context.env
  await DB.batch([...statements, ...countPress(DB, hash, context.var.now)])
}
