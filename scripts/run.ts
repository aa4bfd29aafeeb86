import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { SettingsError } from '#shared/settings/faults.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { root, takeDataOfFile } from './local/paths.ts'

/** An ending that is the person's to mend: its words are for them, and no stack is shown. */
export class Stop extends Error {
  override name = 'Stop'
}

/** How a program is used, for who asked it with `--help`. */
export class Help extends Error {
  override name = 'Help'
}

/** `sysexits.h`: a fault of ours. */
const software = 70

/** A program reads what it was told with `readArguments`. */
type Program = { main: (args: string[], fixed: SomeSettings) => Promise<void> }

/**
 * Runs a program, with the settings of `.env`. What the person can mend is said in words (exit 1); a bug shows its stack
 * (exit 70). `load` imports the program, so that a fault of `movement.config.ts` is said in words too. `given` is of another movement than
 * the one of that file.
 */
export function run(load: () => Promise<Program>, given?: SomeSettings): Promise<void> {
  return inWords(async () => {
    // Half of what a command takes is reading its TypeScript; where nothing can be written, it does so each time
    enableCompileCache(join(root, 'dist/compile-cache'))
    await loadSettings()
    const { loadFixed } = await import('./local/movement.ts')
    const fixed = given ?? (await loadFixed())
    const { main } = await load()
    await settingsInWords(() => main(process.argv.slice(2), fixed))
  })
}

/** @throws Stop when something that the movement needs is not set, or cannot be. */
async function settingsInWords(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SettingsError') throw error
    const { words } = await import('./text/text.ts')
    throw new Stop(words.movementSettings.faults((error as SettingsError).faults))
  }
}

/** Runs what needs no settings and no movement, with the same words and exit codes. */
export async function inWords(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Error && error.name === 'Help') return console.log(error.message)
    if (error instanceof Error && error.name === 'Stop') {
      console.error(`\n${error.message}\n`)
      process.exit(1)
    }
    console.error(error)
    process.exit(software)
  }
}

/** What is set in the environment has the last word. */
async function loadSettings(): Promise<void> {
  const { readTypedFile } = await import('./local/typed-file.ts')
  const text = await readTypedFile(join(root, '.env'))
  const isTyped = Boolean(process.env.DATA)
  for (const [name, value] of Object.entries(parseEnv(text ?? ''))) process.env[name] ??= value
  // What stands there is the same folder wherever a command is called
  if (!isTyped) takeDataOfFile()
}
