import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Compiled, checkout, compileOnce, loadCompiler } from '#scripts/local/compile-once.ts'
import { root } from '#scripts/local/paths.ts'

/** Where programs are compiled to, two levels below the root as `scripts/local` is. A release has them from the start. */
const folder = join(root, 'dist/programs')

/** The workers as one module for Node; gives its file. */
export const compileWorkers = () => compileProgram('workers', 'hosts/node/workers.ts')

/** The server with the workers in it, without anything that only a start needs; gives its file. */
export const compileKeeper = () => compileProgram('keep', 'scripts/start/supervise.ts')

/** The server's second thread; gives its file. */
export const compileSecondThread = () => compileProgram('second-thread', 'hosts/node/second-thread-program.ts')

/** What shows translators each sentence in its place; gives its file. */
export const compileSentencePages = () => compileProgram('sentence-pages', 'scripts/language/pages/program.ts')

async function compileProgram(name: string, entry: string): Promise<string> {
  const file = join(folder, `${name}.mjs`)
  // A release has the program and not its source
  if (!existsSync(join(root, entry))) return file
  await mkdir(folder, { recursive: true })
  await compileOnce(file, () => bundle(entry))
  return file
}

async function bundle(entry: string): Promise<Compiled> {
  const { buildSync } = await loadCompiler()
  const { outputFiles, metafile } = buildSync({
    ...forNode(),
    entryPoints: [entry],
    write: false,
    metafile: true,
    absWorkingDir: checkout(),
  })
  return { text: outputFiles[0]?.text ?? '', sources: [...Object.keys(metafile.inputs), 'hosts/node/bundle.ts'] }
}

/** How anything of ours is compiled for Node. */
export const forNode = () =>
  ({
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    external: ['#movement', 'esbuild'],
    // What CommonJS packages ask Node for
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'\nconst require = requireOf(import.meta.url)",
    },
    logLevel: 'error',
  }) satisfies import('esbuild').BuildOptions
