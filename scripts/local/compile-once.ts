import { existsSync, realpathSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root } from './paths.ts'
import { writeIfChanged } from './write-if-changed.ts'

/** What was compiled, and the files that it was made of: paths below the checkout. */
export type Compiled = { text: string; sources: readonly string[] }

/** Sizes and times of sources, by their paths. */
type States = Record<string, string>

/** Writes a compiled file, unless it is there and none of its sources has changed since. What made it is a source of its own. */
export async function compileOnce(file: string, compile: () => Promise<Compiled>): Promise<void> {
  const noted = `${file}.sources.json`
  if (existsSync(file) && (await isCurrent(noted))) return
  const { text, sources } = await compile()
  const stateOf = statesIn(checkout())
  const states: States = Object.fromEntries([...sources, 'package-lock.json'].map((path) => [path, stateOf(path)]))
  await writeIfChanged(file, text)
  await writeIfChanged(noted, JSON.stringify(states))
}

async function isCurrent(noted: string): Promise<boolean> {
  const states = JSON.parse(await readFile(noted, 'utf8').catch(() => 'null')) as States | null
  const stateOf = statesIn(checkout())
  return states !== null && Object.entries(states).every(([path, state]) => state === stateOf(path))
}

const statesIn =
  (folder: string) =>
  (path: string): string => {
    const found = statSync(join(folder, path), { throwIfNoEntry: false })
    return found ? `${found.size} ${found.mtimeMs}` : ''
  }

/** Where the sources are: a test's checkout has links to them. */
export const checkout = () => dirname(realpathSync(join(root, 'package-lock.json')))

/** Loads the compiler without its service, a process of its own that would stay beside ours. */
export function loadCompiler(): Promise<typeof import('esbuild')> {
  process.env.ESBUILD_WORKER_THREADS = '0'
  return import('esbuild')
}
