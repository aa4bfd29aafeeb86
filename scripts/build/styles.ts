import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { root } from '../local/paths.ts'
import { put } from './put.ts'

/** The style sheets of pages, each inlined in the page and allowed by its hash (CSP level 3), so that a first visit is one request. */
const sheets = { style: 'shared/html/style.css', dashboard: 'shared/html/dashboard.css', find: 'shared/html/find.css' }

/** Writes `shared/html/compiled.ts`. */
export async function buildStyles(): Promise<void> {
  const entries = await Promise.all(
    Object.entries(sheets).map(
      async ([name, file]) => `export const ${name} = ${JSON.stringify(await compile(file))}\n`,
    ),
  )
  await put(join(root, 'shared/html/compiled.ts'), entries.join(''))
}

async function compile(file: string): Promise<{ css: string; hash: string }> {
  const source = await readFile(join(root, file), 'utf8')
  const { code } = await transform(source, { loader: 'css', minify: true })
  const css = code.trim()
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` }
}
