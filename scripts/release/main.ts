import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readArguments } from '#scripts/arguments.ts'
import { root } from '#scripts/local/paths.ts'
import { words } from '#scripts/text/text.ts'
import { listBom } from './bill-of-materials.ts'
import { compilePrograms } from './programs.ts'
import { releaseFiles } from './release-files.ts'
import { changedAt } from './source-date.ts'
import { packTar } from './tar.ts'

export async function main(args: string[]): Promise<void> {
  readArguments(args, { usage: words.usage.release })
  const { file, bytes } = await makeRelease(join(root, 'dist/release'))
  console.log(words.release.written(file, bytes / 2 ** 20))
}

/** Writes the archive, its checksum and its bill of materials into a folder. The same sources give the same bytes. */
export async function makeRelease(folder: string): Promise<{ file: string; bytes: number }> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const name = `relance-${version}`
  const at = changedAt()
  const { programs, packages } = await compilePrograms()
  const bom = await listBom(packages, at)
  const files = await releaseFiles({ programs, packages, bom })
  const archive = await packTar(
    files.map((file) => ({ ...file, path: `${name}/${file.path}` })),
    at,
  )
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${name}.tar.gz`)
  await writeFile(file, archive)
  // As `sha256sum -c` reads it
  const checksum = createHash('sha256').update(archive).digest('hex')
  await writeFile(`${file}.sha256`, `${checksum}  ${name}.tar.gz\n`)
  await writeFile(join(folder, `${name}.cdx.json`), bom)
  return { file, bytes: archive.length }
}
