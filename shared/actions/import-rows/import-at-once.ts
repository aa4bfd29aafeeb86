import { listRevisionNumbers } from '#shared/db/known-groups.ts'
import type { Summary } from '#shared/sheet/summary.ts'
import type { ImportContext } from './import-context.ts'
import { type Applied, importRows } from './import-rows.ts'
import { beginSummary } from './preview-import.ts'

/**
 * Does what sheets say and tells what that was, for whoever has seen the preview and says so from the start: each row is read once. A group that somebody
 * saves meanwhile stays as they left it.
 */
export async function importAtOnce(
  importContext: ImportContext,
  limit: number,
  now: Date,
): Promise<{ summary: Summary; applied: Applied }> {
  const { summary, add } = beginSummary(importContext, limit)
  const numbers = await listRevisionNumbers(importContext.db)
  return { summary, applied: await importRows(importContext, numbers, now, { kind: 'import' }, add) }
}
