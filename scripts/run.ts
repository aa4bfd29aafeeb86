import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './local/paths.ts'

/** An ending that is the person's to mend: its words are for them, and no stack is shown. */
export class Stop extends Error {
  override name = 'Stop'
}

/** `sysexits.h`: a fault of ours. */
const software = 70

type Program = { main: (args: string[]) => Promise<void> }

/**
 * Runs a program, with the settings of `.env`. What the person can mend is said in words (exit 1); a bug shows its stack
 * (exit 70). `load` imports the program, so that a fault of `movement.config.ts` is said in words too.
 */
export function run(load: () => Promise<Program>): Promise<void> {
  return inWords(async () => {
    loadSettings()
    const { loadMovement } = await import('./local/movement.ts')
    await loadMovement()
    const { main } = await load()
    await main(process.argv.slice(2))
  })
}

/** Runs what needs no settings and no movement, with the same words and exit codes. */
export async function inWords(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Error && ['Stop', 'MovementError'].includes(error.name)) {
      console.error(`\n${error.message}\n`)
      process.exit(1)
    }
    console.error(error)
    process.exit(software)
  }
}

/** What is set in the environment has the last word. */
function loadSettings(): void {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
