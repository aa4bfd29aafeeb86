import type { D1Database } from '@cloudflare/workers-types'
import { ask } from '#shared/db/ask.ts'
import { insertEvent } from '#shared/db/events.ts'
import { findSettingsAct, updateChangesEvent } from '#shared/db/setting-changes.ts'
import { isSettingsChanged, refuseOtherVersion, type StoredSettings, upsertSettings } from '#shared/db/settings.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { faultsOfChange } from '#shared/settings/complete.ts'
import type { SettingFault } from '#shared/settings/faults.ts'
import { namedIn, type SettingValues } from '#shared/settings/keys.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { undoSetting } from '#shared/settings/undo.ts'
import { sectionStatements } from './keep-sections.ts'

/** `fixed`: what `movement.config.ts` names, which nobody else changes. There may be no movement yet. */
export type SettingsActing = { db: D1Database; fixed: SomeSettings; actor: Actor; now: Date }

/** `overtaken`: somebody else changed settings meanwhile. `unchanged`: they were so. */
export type SettingsChange =
  | { result: 'done' | 'unchanged' | 'overtaken' }
  | { result: 'refused'; faults: SettingFault[] }

/** Changes settings, all of them or none; undefined takes one back. What is said of a setting that is fixed counts for nothing. */
export async function changeSettings(
  { db, fixed, actor, now }: SettingsActing,
  stored: StoredSettings,
  asked: SettingValues,
): Promise<SettingsChange> {
  const named = namedIn(fixed)
  const change = Object.fromEntries(
    Object.entries(asked).filter(
      ([key, value]) => !Object.hasOwn(named, key) && JSON.stringify(stored.values[key]) !== JSON.stringify(value),
    ),
  )
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const faults = faultsOfChange(fixed, stored.values, said)
  if (faults.length > 0) return { result: 'refused', faults }
  const keys = Object.keys(change)
  if (keys.length === 0) return { result: 'unchanged' }
  const holding = Object.entries({ ...stored.values, ...change }).filter(([, value]) => value !== undefined)
  try {
    await db.batch([
      refuseOtherVersion(db, stored.version),
      upsertSettings(db, change, now),
      ...sectionStatements(db, fixed, Object.fromEntries(holding)),
      insertEvent(db, actor, { action: 'change_settings', details: { settings: keys } }, now),
      updateChangesEvent(db, stored.version),
    ])
    return { result: 'done' }
  } catch (error) {
    if (isSettingsChanged(error)) return { result: 'overtaken' }
    throw error
  }
}

/** Takes an act on settings back. `unknown`: there is none, or it is too long ago. */
export async function undoSettings(
  acting: SettingsActing,
  stored: StoredSettings,
  event: number,
): Promise<SettingsChange | { result: 'unknown' }> {
  const { act } = await ask(acting.db, { act: findSettingsAct(acting.db, event) })
  if (!act) return { result: 'unknown' }
  const undone = act.changes.map((change) => [change.key, undoSetting(change, stored.values[change.key])] as const)
  if (undone.some(([, one]) => one === 'overtaken')) return { result: 'overtaken' }
  return changeSettings(
    acting,
    stored,
    Object.fromEntries(undone.map(([key, one]) => [key, one === 'overtaken' ? undefined : one.value])),
  )
}
