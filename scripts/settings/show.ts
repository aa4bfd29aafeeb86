import type { D1Database } from '@cloudflare/workers-types'
import { words } from '#scripts/text/text.ts'
import { listSettings } from '#shared/db/settings.ts'
import { findSettings } from '#shared/settings/complete.ts'
import { namedIn, type SettingValues, settingKeys, unsaidValue, valueAt } from '#shared/settings/keys.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { refuseUnfit } from './set.ts'
import { shownValue } from './shown-value.ts'

/** Every setting, or those that are named, with its value and where it is from; then what is missing or does not fit. */
export async function showSettings(db: D1Database, fixed: SomeSettings, keys: readonly string[]): Promise<string> {
  const unknown = keys.filter((key) => !settingKeys.some((known) => isWithin(known, key)))
  refuseUnfit(fixed, {}, Object.fromEntries(unknown.map((key) => [key, null])))
  const { values } = await listSettings(db)
  const { settings, faults } = findSettings(fixed, values)
  const shown = settingKeys.filter((known) => keys.length === 0 || keys.some((key) => isWithin(known, key)))
  const rows = shown.map((key) => [
    key,
    sourceOf(key, fixed, values),
    shownValue(holding(key, settings, fixed, values)),
  ])
  const [first = 0, second = 0] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map(
    ([key = '', source = '', value = '']) => `  ${key.padEnd(first)}  ${source.padEnd(second)}  ${value}`,
  )
  return faults.length === 0 ? lines.join('\n') : `${lines.join('\n')}\n\n${words.movementSettings.faults(faults)}`
}

const isWithin = (known: string, key: string) => known === key || known.startsWith(`${key}.`)

function holding(key: string, settings: object | null, fixed: SomeSettings, stored: SettingValues): unknown {
  return valueAt(settings, key) ?? namedIn(fixed)[key] ?? stored[key] ?? unsaidValue(key)
}

function sourceOf(key: string, fixed: SomeSettings, stored: SettingValues): string {
  const text = words.movementSettings.sources
  if (Object.hasOwn(namedIn(fixed), key)) return text.fixed
  return Object.hasOwn(stored, key) ? text.stored : text.unsaid
}
