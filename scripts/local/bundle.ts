import { join } from 'node:path'
import { build, stop } from 'esbuild'
import { root } from './paths.ts'

const workers = {
  forms: 'workers/forms/index.tsx',
  reminders: 'workers/reminders/index.ts',
  dashboard: 'workers/dashboard/index.tsx',
  router: 'scripts/local/workerd/router.ts',
}
const database = {
  door: 'scripts/local/workerd/door.ts',
  d1: 'scripts/local/workerd/d1-object.ts',
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

/** Writes what workerd runs into a folder, one module each. `sample` takes the sample movement instead of `movement.config.ts`. */
export async function bundleWorkers(folder: string, { sample }: { sample: boolean }): Promise<void> {
  await bundle({ ...workers, ...database }, folder, sample)
}

/** The same for the database alone. */
export async function bundleDatabase(folder: string): Promise<void> {
  await bundle(database, folder, false)
}

async function bundle(entries: Record<string, string>, folder: string, sample: boolean): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)])),
    outdir: folder,
    bundle: true,
    format: 'esm',
    target: 'es2024',
    conditions: [...(sample ? ['sample'] : []), 'workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    alias: Object.fromEntries(nodeModules.map((name) => [name, `node:${name}`])),
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'error',
    absWorkingDir: root,
  })
  // Or its process stays beside ours
  await stop()
}
