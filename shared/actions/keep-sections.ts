import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { keepAskedSections } from '#shared/db/asked-sections.ts'
import { listSettings } from '#shared/db/settings.ts'
import { sectionsOf } from '#shared/record/sections.ts'
import { findSettings } from '#shared/settings/complete.ts'
import type { SettingValues } from '#shared/settings/keys.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'

/** Remembers which sections are asked, as the settings now say; as long as something is missing there, none are. */
export async function keepSections(db: D1Database, fixed: SomeSettings): Promise<void> {
  const { values } = await listSettings(db)
  const statements = sectionStatements(db, fixed, values)
  if (statements.length > 0) await db.batch(statements)
}

/** The same for settings as they are to be. */
export function sectionStatements(db: D1Database, fixed: SomeSettings, stored: SettingValues): D1PreparedStatement[] {
  const { settings } = findSettings(fixed, stored)
  return settings ? keepAskedSections(db, sectionsOf(settings)) : []
}
