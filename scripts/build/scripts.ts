import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../local/paths.ts'
import { put } from './put.ts'

/** Writes `workers/forms/compiled.ts`: the form's script, and the address that changes with it, so that browsers keep it for ever. */
export async function buildScripts(): Promise<void> {
  const result = await build({
    entryPoints: [join(root, 'workers/forms/browser/form.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2020'],
  })
  const code = result.outputFiles[0]?.text.trim() ?? ''
  const path = `/form.${createHash('sha256').update(code).digest('hex').slice(0, 12)}.js`
  await put(join(root, 'workers/forms/compiled.ts'), `export const script = ${JSON.stringify({ path, code })}\n`)
}
