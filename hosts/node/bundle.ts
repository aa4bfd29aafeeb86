import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '#scripts/local/paths.ts'

/** Writes the workers into a folder, compiled, whatever the movement. */
export async function bundleWorkers(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  await bundle('hosts/node/workers.ts', join(folder, 'workers.cjs'), 'cjs')
}

/** The server as one file, without anything that only a start needs. */
export async function bundleKeeper(folder: string): Promise<string> {
  const file = join(folder, 'keep.js')
  await bundle('scripts/start/keep.ts', file, 'esm')
  return file
}

async function bundle(entry: string, outfile: string, format: 'cjs' | 'esm'): Promise<void> {
  // Without its service: a process of its own, that would stay beside ours
  process.env.ESBUILD_WORKER_THREADS = '0'
  const { buildSync } = await import('esbuild')
  buildSync({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format,
    target: 'node24',
    external: ['#movement', 'esbuild'],
    // Paths are found from where this file is, not from the bundle
    define: { 'import.meta.dirname': JSON.stringify(join(root, 'scripts/local')) },
    logLevel: 'error',
    absWorkingDir: root,
  })
}
