import type * as z from 'zod'
import { faultsOf, type SettingFault, SettingsError } from './faults.ts'
import { namedIn, nested, type SettingValues, settingKeys } from './keys.ts'
import { type MovementSettings, type SomeSettings, someSettingsSchema, wholeSettingsSchema } from './schema.ts'

/** @throws SettingsError with all that is wrong in what is said. */
export function checkSome(some: SomeSettings): void {
  const result = someSettingsSchema.safeParse(some, { reportInput: true })
  if (!result.success) throw new SettingsError(faultsOf(result.error.issues))
}

/**
 * The settings that hold: what is fixed, else what is stored, else what goes without saying. What is stored and does not fit any more counts
 * as not set: one wrong setting stops nobody. @throws SettingsError when something is missing, or what is fixed is wrong.
 */
export function completeSettings(fixed: SomeSettings, stored: SettingValues): MovementSettings {
  const { settings, faults } = findSettings(fixed, stored)
  if (!settings) throw new SettingsError(faults)
  return settings
}

/** The same with all that is wrong, or missing; null while that is too much. */
export function findSettings(
  fixed: SomeSettings,
  stored: SettingValues,
): { settings: MovementSettings | null; faults: SettingFault[] } {
  const result = parse(fixed, stored)
  if (result.success) return { settings: result.data, faults: [] }
  const faults = faultsOf(result.error.issues)
  const unfit = Object.keys(stored).filter((key) => result.error.issues.some(isAbout(key)))
  if (unfit.length === 0) return { settings: null, faults }
  const { settings, faults: others } = findSettings(fixed, without(stored, unfit))
  return { settings, faults: settings ? faults : others }
}

/** What is wrong with a change. That other settings are missing is no fault of it. */
export function faultsOfChange(fixed: SomeSettings, stored: SettingValues, change: SettingValues): SettingFault[] {
  const unknown = Object.keys(change).filter((key) => !settingKeys.includes(key))
  if (unknown.length > 0)
    return unknown.map((path) => ({ path, what: 'is not a setting. There are: {}', detail: settingKeys.join(', ') }))
  const result = parse(fixed, { ...stored, ...change })
  const own = result.error?.issues.filter((issue) => Object.keys(change).some((key) => isAbout(key)(issue)))
  return faultsOf(own ?? [])
}

function parse(fixed: SomeSettings, stored: SettingValues) {
  const values = { ...stored, ...namedIn(fixed) }
  return wholeSettingsSchema.safeParse(nested({ ...values, ...wholeTeam(fixed, stored) }), { reportInput: true })
}

/** The one setting that is added to what is fixed: whom the desk invited comes after those of `movement.config.ts`. */
function wholeTeam({ coordinators }: SomeSettings, stored: SettingValues): SettingValues {
  if (!coordinators || !Array.isArray(stored.coordinators)) return {}
  const named = coordinators.map(({ email }) => email.toLowerCase())
  const others = (stored.coordinators as ({ email?: unknown } | null)[]).filter(
    (one) => !named.includes(String(one?.email)),
  )
  return { coordinators: [...coordinators, ...others] }
}

/** Whether an issue lies in a setting. */
const isAbout = (key: string) => (issue: z.core.$ZodIssue) => `${issue.path.join('.')}.`.startsWith(`${key}.`)

function without(stored: SettingValues, keys: readonly string[]): SettingValues {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => !keys.includes(key)))
}
