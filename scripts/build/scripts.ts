import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Compiled, checkout, compileOnce, loadCompiler } from '../local/compile-once.ts'
import { root } from '../local/paths.ts'

/** Writes `workers/forms/compiled.ts`: the form's script, and the address that changes with it, so that browsers keep it for ever. */
export function buildScripts(): Promise<void> {
  return compileOnce(join(root, 'workers/forms/compiled.ts'), compile)
}

async function compile(): Promise<Compiled> {
  const { buildSync } = await loadCompiler()
  const { outputFiles, metafile } = buildSync({
    entryPoints: ['workers/forms/browser/form.ts'],
    absWorkingDir: checkout(),
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: ['es2020'],
  })
  const code = outputFiles[0]?.text.trim() ?? ''
  const path = `/form.${createHash('sha256').update(code).digest('hex').slice(0, 12)}.js`
  return {
    text: `export const script = ${JSON.stringify({ path, code })}\n`,
    sources: [...Object.keys(metafile.inputs), 'scripts/build/scripts.ts'],
  }
}
