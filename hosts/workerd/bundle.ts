import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { loadCompiler } from '#scripts/local/compile-once.ts'
import { root } from '#scripts/local/paths.ts'

const workers = {
  pages: 'hosts/workerd/pages.ts',
  reminders: 'hosts/workerd/reminders.ts',
  dashboard: 'hosts/workerd/dashboard.ts',
  feeds: 'hosts/workerd/feeds.ts',
  desk: 'hosts/workerd/desk.ts',
}
const database = {
  controlSocket: 'hosts/workerd/control-worker.ts',
  d1: 'hosts/workerd/d1-object.ts',
  'd1-binding': 'hosts/workerd/d1-binding.ts',
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
export async function bundleForWorkerd(folder: string): Promise<void> {
  await bundle({ ...workers, ...database }, folder)
}

/** The same for the database alone. */
export async function bundleDatabase(folder: string): Promise<void> {
  await bundle(database, folder)
}

async function bundle(entries: Record<string, string>, folder: string): Promise<void> {
  const { buildSync } = await loadCompiler()
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
