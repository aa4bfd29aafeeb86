import { readdirSync } from 'node:fs'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '#scripts/local/paths.ts'
import type { ProgramOptions } from './program.ts'

/** A checkout like this one, but for some files. */
export type Checkout = {
  write: (name: string, text: string | Buffer) => Promise<void>
  /** For programs to take it for theirs. */
  options: ProgramOptions
  remove: () => Promise<void>
}

/** `own` are files of the root that this checkout has for itself, and that are to be written. */
export async function makeCheckout(...own: string[]): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  const shared = readdirSync(root).filter((name) => name !== '.git' && name !== '.env' && !own.includes(name))
  await Promise.all(shared.map((name) => symlink(join(root, name), join(folder, name))))
  return {
    write: (name, text) => writeFile(join(folder, name), text),
    options: { cwd: folder, node: ['--preserve-symlinks', '--preserve-symlinks-main'] },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
