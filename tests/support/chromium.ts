import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { root } from '#scripts/local/paths.ts'
import { writeFontSettings } from './fonts.ts'

/** A Chromium that npm has brought, and what it must be told to run on a machine that has nothing of its own. */
export type Chromium = { executablePath: string; env: Record<string, string> }

/** `npm ci` empties it with the rest, so that a new version is unpacked anew. */
const cache = join(root, 'node_modules/.cache')

/** Unpacks the browser once a checkout. Several tests may do so at once: whoever is first has it take its place in one step. */
export async function unpackChromium(): Promise<Chromium> {
  const folder = join(cache, 'relance-chromium')
  if (!existsSync(folder)) await unpack(join(packageFolder(), 'bin'), folder)
  const executablePath = join(folder, 'chromium')
  const env = { ...missingLibraries(folder, executablePath), FONTCONFIG_FILE: await writeFontSettings(folder) }
  return { executablePath, env }
}

function packageFolder(): string {
  return dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
}

async function unpack(bin: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const making = await mkdtemp(join(cache, 'relance-chromium-'))
  const temporary = tmpdir()
  // The package unpacks to the system's temporary folder, whichever that is
  process.env.TMPDIR = making
  try {
    for (const name of ['chromium.br', 'al2023.tar.br']) await inflate(join(bin, name))
  } finally {
    process.env.TMPDIR = temporary
  }
  await rename(making, folder).catch(() => rm(making, { recursive: true, force: true }))
}

/** Libraries that this system lacks, from those that the package carries. */
function missingLibraries(folder: string, executablePath: string): Record<string, string> {
  const linked = execFileSync('ldd', [executablePath], { encoding: 'utf8' })
  return linked.includes('not found') ? { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } : {}
}
