import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Compiled, checkout, compileOnce, loadCompiler } from '#scripts/local/compile-once.ts'
import { root } from '#scripts/local/paths.ts'
import { writeIfChanged } from '#scripts/local/write-if-changed.ts'

/** Where programs are compiled to, two levels below the root as `scripts/local` is. A release has them from the start. */
const folder = join(root, 'dist/programs')

/** The compiled server: the file that holds all of it, and the two that start a part. */
export type ServerFiles = { whole: string; keeper: string; secondThread: string }

/** Compiles the server once: its first process and its second thread are parts of one file, and so are the workers for whoever starts them elsewhere. */
export async function compileServer(): Promise<ServerFiles> {
  const whole = await compileProgram('server', 'scripts/start/server.ts')
  const version = createHash('sha256')
    .update(await readFile(whole))
    .digest('hex')
  const keeper = await writeStarter('keep', 'supervise', version)
  const secondThread = await writeStarter('second-thread', 'lookOn', version)
  return { whole, keeper, secondThread }
}

/** A file that runs one part of the server. It names the whole it is of: who started with another one does not begin this part. */
async function writeStarter(name: string, part: string, version: string): Promise<string> {
  const file = join(folder, `${name}.mjs`)
  await writeIfChanged(file, `// ${version}\nimport { server } from './server.mjs'\n\nawait server.${part}()\n`)
  return file
}

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
