import * as z from 'zod'
import { type SomeSettings, settingsSchema } from './schema.ts'

/** Values of settings by their keys: `calendar.at`. */
export type SettingValues = Readonly<Record<string, unknown>>

type Shape = Readonly<Record<string, z.core.$ZodType>>

const schemas: ReadonlyMap<string, z.core.$ZodType> = new Map(schemasWithin(settingsSchema.shape))

/** Every setting by its key. What is checked as one is one: the steps of `calendar.sequence`. */
export const settingKeys: readonly string[] = [...schemas.keys()]

function schemasWithin(shape: Shape, above = ''): [key: string, schema: z.core.$ZodType][] {
  return Object.entries(shape).flatMap(([name, schema]): [string, z.core.$ZodType][] => {
    const parts = partsOf(schema)
    return parts ? schemasWithin(parts, `${above}${name}.`) : [[above + name, schema]]
  })
}

/** What a setting is when nothing is said of it; undefined when it cannot be left out. */
export function unsaidValue(key: string): unknown {
  const schema = schemas.get(key)
  return schema && z.safeParse(schema, undefined).data
}

/** The parts of a setting that are settings of their own; null when it has none. */
function partsOf(schema: z.core.$ZodType): Shape | null {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return partsOf(schema.def.innerType)
  return schema instanceof z.ZodObject && !schema.def.checks?.length ? schema.shape : null
}

/** The value of a setting; undefined when nothing is said of it. */
export function valueAt(settings: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), settings)
}

/** The settings that are named, as `SettingValues` has them. */
export function namedIn(some: SomeSettings): SettingValues {
  const named = settingKeys.map((key) => [key, valueAt(some, key)] as const)
  return Object.fromEntries(named.filter(([, value]) => value !== undefined))
}

/** The same settings, each in its place. */
export function nested(values: SettingValues): object {
  const whole: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) {
    const path = key.split('.')
    const last = path.pop() ?? ''
    let place = whole
    for (const part of path) {
      const inner = isObject(place[part]) ? place[part] : {}
      place[part] = inner
      place = inner
    }
    place[last] = value
  }
  return whole
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
