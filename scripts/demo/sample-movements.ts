import { join } from 'node:path'
import belgium from '#sample/belgium/movement.config.ts'
import chapters from '#sample/chapters/movement.config.ts'
import archipel from '#sample/movement.config.ts'
import small from '#sample/small/movement.config.ts'
import { root } from '#scripts/local/paths.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'

/** A movement to show, and the sheets that it begins with. */
export type SampleMovement = { fixed: SomeSettings; sheets: readonly string[] }

const sheetsIn = (folder: string, names: readonly string[]) =>
  names.map((name) => join(root, 'sample', folder, `${name}.csv`))

/** By what `npm run demo` is told; `archipel` unless it is told. */
export const sampleMovements: Readonly<Record<string, SampleMovement>> = {
  archipel: {
    fixed: archipel,
    sheets: sheetsIn('', ['groups', 'campaigns', 'participations', 'trainings', 'places']),
  },
  belgium: { fixed: belgium, sheets: sheetsIn('belgium', ['groups', 'activities']) },
  chapters: { fixed: chapters, sheets: sheetsIn('chapters', ['groups', 'activities']) },
  small: { fixed: small, sheets: sheetsIn('small', ['groups', 'repairs', 'tools']) },
}

export const usualSample = 'archipel'
