import type { D1Database } from '@cloudflare/workers-types'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { changeSettings } from '#shared/actions/change-settings.ts'
import { listSettings, type StoredSettings } from '#shared/db/settings.ts'
import { faultsOfChange } from '#shared/settings/complete.ts'
import { namedIn, type SettingValues, settingKeys } from '#shared/settings/keys.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { shownValue } from './shown-value.ts'

type Store = { db: D1Database; fixed: SomeSettings; now: Date }

/** Sets settings, all of them or none. @throws Stop when one is fixed, unknown or cannot be so. */
export async function setSettings(store: Store, pairs: readonly [key: string, text: string][]): Promise<string> {
  refuseFixed(
    store.fixed,
    pairs.map(([key]) => key),
  )
  const stored = await listSettings(store.db)
  const change = readChange(store.fixed, stored.values, pairs)
  await write(store, stored, change)
  return words.movementSettings.set(Object.entries(change).map(([key, value]) => [key, shownValue(value)]))
}

/** What is unset goes without saying again, where it does. */
export async function unsetSettings({ db, fixed, now }: Store, keys: readonly string[]): Promise<string> {
  refuseFixed(fixed, keys)
  const unknown = keys.filter((key) => !settingKeys.includes(key))
  refuseUnfit(fixed, {}, Object.fromEntries(unknown.map((key) => [key, null])))
  await write({ db, fixed, now }, await listSettings(db), Object.fromEntries(keys.map((key) => [key, undefined])))
  return words.movementSettings.unset(keys)
}

async function write({ db, fixed, now }: Store, stored: StoredSettings, change: SettingValues): Promise<void> {
  const answer = await changeSettings({ db, fixed, actor: { kind: 'system' }, now }, stored, change)
  if (answer.result === 'overtaken') throw new Stop(words.movementSettings.overtaken)
}

function refuseFixed(fixed: SomeSettings, keys: readonly string[]): void {
  const named = namedIn(fixed)
  const refused = keys.filter((key) => Object.hasOwn(named, key))
  if (refused.length > 0) throw new Stop(words.movementSettings.fixedThere(refused))
}

/** Values as JSON, or as the text that they are: `set name Archipel`, `set name 2030`. @throws Stop about the values as JSON. */
function readChange(fixed: SomeSettings, stored: SettingValues, pairs: readonly [key: string, text: string][]) {
  const change: SettingValues = Object.fromEntries(
    pairs.map(([key, text]) => {
      const readings = [parsed(text), text]
      const fitting = readings.filter((value) => faultsOfChange(fixed, stored, { [key]: value }).length === 0)
      return [key, [...fitting, ...readings][0]]
    }),
  )
  refuseUnfit(fixed, stored, change)
  return change
}

/** @throws Stop when a setting is unknown, or cannot be so. */
export function refuseUnfit(fixed: SomeSettings, stored: SettingValues, change: SettingValues): void {
  const faults = faultsOfChange(fixed, stored, change)
  if (faults.length > 0) throw new Stop(words.movementSettings.refused(faults))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}
