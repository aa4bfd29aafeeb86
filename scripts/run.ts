/** An ending that is the person's to mend: its words are for them, and no stack is shown. */
export class Stop extends Error {
  override name = 'Stop'
}

/**
 * Runs a program. What the person can mend is said in words (exit 1); a bug shows its stack (exit 70, EX_SOFTWARE).
 * `load` imports the program, so that a fault of `movement.config.ts` is said in words too.
 */
export async function run(load: () => Promise<{ main: (args: string[]) => Promise<void> }>): Promise<void> {
  try {
    const { main } = await load()
    await main(process.argv.slice(2))
  } catch (error) {
    if (error instanceof Error && ['Stop', 'MovementError'].includes(error.name)) {
      console.error(`\n${error.message}\n`)
      process.exit(1)
    }
    console.error(error)
    process.exit(70)
  }
}
