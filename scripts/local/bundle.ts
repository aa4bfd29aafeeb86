import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './paths.ts'

const workers = {
  pages: 'scripts/local/workerd/pages.ts',
  reminders: 'scripts/local/workerd/reminders.ts',
  dashboard: 'scripts/local/workerd/dashboard.ts',
  feeds: 'scripts/local/workerd/feeds.ts',
  desk: 'scripts/local/workerd/desk.ts',
}
const database = {
  door: 'scripts/local/workerd/door.ts',
  d1: 'scripts/local/workerd/d1-object.ts',
  'd1-binding': 'scripts/local/workerd/d1-binding.ts',
}

/** Node's modules as workerd names them; libraries write them without the prefix. */
const nodeModules = [
  'assert',
  'buffer',
  'child_process',
  'crypto',
  'dns',
  'events',
  'fs',
  'http',
  'https',
  'net',
  'os',
  'path',
  'stream',
  'tls',
  'url',
  'util',
  'zlib',
]

/** Writes what workerd runs into a folder, one module each, whatever the movement. */
export async function bundleWorkers(folder: string): Promise<void> {
  await bundle({ ...workers, ...database }, folder)
}

/** The same for the database alone. */
export async function bundleDatabase(folder: string): Promise<void> {
  await bundle(database, folder)
}

/** The program that stays beside workerd, as one file without anything that only a start needs. */
export async function bundleKeeper(folder: string): Promise<string> {
  const { buildSync } = await importEsbuild()
  const file = join(folder, 'keep.js')
  buildSync({
    entryPoints: [join(root, 'scripts/start/keep.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    external: ['#movement', 'esbuild'],
    // Paths are found from where this file is, not from the bundle
    define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
    logLevel: 'error',
    absWorkingDir: root,
  })
  return file
}

async function bundle(entries: Record<string, string>, folder: string): Promise<void> {
  const { buildSync } = await importEsbuild()
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  buildSync({
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)])),
    outdir: folder,
    bundle: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*', 'cloudflare-internal:*'],
    alias: Object.fromEntries(nodeModules.map((name) => [name, `node:${name}`])),
    logLevel: 'error',
    absWorkingDir: root,
  })
}

/** Imported when it is needed, and without its service: a process of its own, that would stay beside ours. */
function importEsbuild() {
  process.env.ESBUILD_WORKER_THREADS = '0'
  return import('esbuild')
}
