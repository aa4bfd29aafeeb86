import { join } from 'node:path'
import { build, stop } from 'esbuild'
import { root } from './paths.ts'

export const workerNames = ['forms', 'reminders', 'dashboard'] as const
export type WorkerName = (typeof workerNames)[number]

const entries: Record<WorkerName, string> = {
  forms: 'workers/forms/index.tsx',
  reminders: 'workers/reminders/index.ts',
  dashboard: 'workers/dashboard/index.tsx',
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

/** The three workers as one module each. `sample` takes the sample movement instead of `movement.config.ts`. */
export async function bundleWorkers({ sample }: { sample: boolean }): Promise<Record<WorkerName, string>> {
  const outputs = await Promise.all(workerNames.map((name) => bundle(join(root, entries[name]), sample)))
  await stop()
  return Object.fromEntries(workerNames.map((name, index) => [name, outputs[index]])) as Record<WorkerName, string>
}

async function bundle(entry: string, sample: boolean): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
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
  const [output] = result.outputFiles
  if (!output) throw new Error(`nothing was built from ${entry}`)
  return output.text
}
