import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../local/paths.ts'
import { writeIfChanged } from '../local/write-if-changed.ts'

const folder = join(root, 'shared/mail')
const kinds = join(folder, 'kinds')
const parts = join(folder, 'parts')
const target = join(folder, 'compiled.ts')

/** Writes `shared/mail/compiled.ts`, unless it was made from these very templates: MJML takes a second to start. */
export async function buildMails(): Promise<void> {
  const stamp = `// ${await fingerprint()}\n`
  const made = await readFile(target, 'utf8').catch(() => '')
  if (made.startsWith(stamp)) return
  const entries = await Promise.all((await readdir(kinds)).sort().map(compile))
  await writeIfChanged(target, `${stamp}export const templates = {\n${entries.join('')}}\n`)
}

/** Of everything that the compiled templates depend on. */
async function fingerprint(): Promise<string> {
  const sources = await readdir(folder, { recursive: true })
  const names = sources.filter((name) => /\.(mjml|html|txt)$/.test(name)).sort()
  const paths = [...names.map((name) => join(folder, name)), import.meta.filename, join(root, 'package-lock.json')]
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path.slice(root.length)).update(await readFile(path))
  return hash.digest('hex')
}

async function compile(kind: string): Promise<string> {
  const html = (await compileHtml(join(kinds, kind, 'page.mjml'))) ?? (await readCompiled(kind))
  const text = await withParts(join(kinds, kind, 'text.txt'))
  // A part that has a line to itself leaves no empty line behind
  const tight = text.replace(/^(\{\{[#/]\w+\}\})\n/gm, '$1')
  return `  ${kind}: {\n    html: ${JSON.stringify(html)},\n    text: ${JSON.stringify(tight)},\n  },\n`
}

/** A text template; a line of its own `{{> sign}}` stands for `parts/sign.txt`. */
async function withParts(path: string): Promise<string> {
  const lines = (await readFile(path, 'utf8')).split(/(?<=\n)/)
  const whole = lines.map((line) => {
    const [, part] = /^\{\{> ([\w/]+)\}\}\n$/.exec(line) ?? []
    return part === undefined ? line : withParts(join(parts, `${part}.txt`))
  })
  return (await Promise.all(whole)).join('')
}

/** Null on a server, where MJML and its 120 packages are not installed: what it makes of each mail is in the repository too. */
async function compileHtml(path: string): Promise<string | null> {
  const mjml2html = await loadMjml()
  if (!mjml2html) return null
  const { html, errors } = await mjml2html(await readFile(path, 'utf8'), {
    filePath: path,
    includePath: [parts],
    ignoreIncludes: false,
    keepComments: false,
    validationLevel: 'strict',
    // System fonts only: nothing of a mail comes from elsewhere
    fonts: {},
  })
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'))
  return (
    html
      .replace(/\s+/g, ' ')
      // Hidden by all else already, white on white is what spam hides its words in (SpamAssassin's HTML_FONT_LOW_CONTRAST)
      .replace('display:none;font-size:1px;color:#ffffff;', 'display:none;font-size:1px;')
      // Nor does a word follow what makes it small at once (FONT_INVIS_MSGID, a point on some mails)
      .replace('overflow:hidden;">{{preview}}', 'overflow:hidden;"> {{preview}}')
      .trim()
  )
}

async function loadMjml() {
  try {
    const { default: mjml2html } = await import('mjml')
    return mjml2html
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  }
}

/** What MJML made of a mail, as `tests/mail` keeps it: a line a tag, so that a change of it can be read. */
async function readCompiled(kind: string): Promise<string> {
  return (await readFile(join(kinds, kind, 'page.html'), 'utf8')).trimEnd().replaceAll('>\n<', '> <')
}
