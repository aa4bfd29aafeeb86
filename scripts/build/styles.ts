import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Compiled, compileOnce, loadCompiler } from '../local/compile-once.ts'
import { root } from '../local/paths.ts'

/** The style sheets of pages, each inlined in the page and allowed by its hash (CSP level 3), so that a first visit is one request. */
const sheets = { style: 'shared/html/style.css', dashboard: 'shared/html/dashboard.css', find: 'shared/html/find.css' }

/** Writes `shared/html/compiled.ts`. */
export function buildStyles(): Promise<void> {
  return compileOnce(join(root, 'shared/html/compiled.ts'), compileAll)
}

async function compileAll(): Promise<Compiled> {
  const entries = await Promise.all(
    Object.entries(sheets).map(
      async ([name, file]) => `export const ${name} = ${JSON.stringify(await compile(file))}\n`,
    ),
  )
  return { text: entries.join(''), sources: [...Object.values(sheets), 'scripts/build/styles.ts'] }
}

async function compile(file: string): Promise<{ css: string; hash: string }> {
  const { transformSync } = await loadCompiler()
  const { code } = transformSync(await readFile(join(root, file), 'utf8'), { loader: 'css', minify: true })
  const css = code.trim()
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` }
}
