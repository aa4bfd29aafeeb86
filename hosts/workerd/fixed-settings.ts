import { env } from 'cloudflare:workers'
import type { SomeSettings } from '#shared/settings/schema.ts'

/** What is fixed of the movement that this process was started for. */
export function fixedSettings(): SomeSettings {
  return JSON.parse(String(env.FIXED_SETTINGS)) as SomeSettings
}
