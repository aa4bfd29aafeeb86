import { join } from 'node:path'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { SettingsError } from '#shared/settings/faults.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { root } from './paths.ts'
import { readTypedFile } from './typed-file.ts'

const file = join(root, 'movement.config.ts')

/** Reads `movement.config.ts`. @throws Stop when it is not there, is not TypeScript, stops in the middle, or says something impossible. */
export async function loadFixed(): Promise<SomeSettings> {
  if ((await readTypedFile(file)) === null) throw new Stop(words.configMissing(file))
  try {
    const { default: fixed } = (await import('#movement')) as { default?: unknown }
    if (typeof fixed !== 'object' || fixed === null) throw new Stop(words.configFault(words.configEmpty))
    return fixed
  } catch (error) {
    if (error instanceof Stop) throw error
    if (error instanceof SettingsError) throw new Stop(words.configFaults(error.faults))
    const fault = error instanceof Error ? faultOf(error) : null
    if (fault === null) throw error
    throw new Stop(words.configFault(fault))
  }
}

/** Where the file is wrong and how; null when the fault is not in it. Node puts the place at the top of a syntax error's stack. */
function faultOf({ name, message, stack = '' }: Error): string | null {
  const line = /movement\.config\.ts:(\d+)/.exec(stack)?.[1]
  if (line === undefined) return message.includes('movement.config.ts') ? message : null
  const shown = name === 'SyntaxError' ? (stack.split('\n\n')[0]?.split('\n').slice(1) ?? []) : []
  return [words.configLine(line, message), ...shown].join('\n  ')
}
