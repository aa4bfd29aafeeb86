import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileSentencePages } from '#hosts/node/bundle.ts'
import { readArguments } from '#scripts/arguments.ts'
import { root } from '#scripts/local/paths.ts'
import { Stop } from '#scripts/run.ts'
import { language, words } from '#scripts/text/text.ts'
import { more } from '#shared/text/more.ts'
import type { Translation } from '#shared/text/translation.ts'
import { listOriginals } from './originals.ts'
import type { SentencePagesWritten } from './pages/catalogue.ts'
import { templateFiles } from './template.ts'
import { originalHashes, translationState } from './translation-state.ts'

const options = { reviewed: { type: 'boolean' }, pages: { type: 'boolean' } } as const
type SentencePages = {
  main: (wish: { code: string; original: 'fr' | 'en'; folder: string }) => Promise<SentencePagesWritten>
}

const known: Readonly<Record<string, Translation | undefined>> = more

export async function main(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, { options, most: 1, usage: words.language.usage })
  const [code = ''] = positionals
  if (!/^[a-z]{2,3}$/.test(code) || code === 'fr' || code === 'en') throw new Stop(words.language.usage)
  const translation = known[code]
  if (translation === undefined) console.log(await begin(code))
  else if (values.pages) console.log(await writePages(code))
  else if (values.reviewed) console.log(await keepHashes(code, translation))
  else console.log(words.language.status(code, translationState(translation, await readHashes(code))))
}

const folderOf = (code: string) => join(root, 'shared', 'text', code)
const hashesFile = (code: string) => join(folderOf(code), 'originals.json')

/** Never over what somebody has written. */
async function begin(code: string): Promise<string> {
  const folder = folderOf(code)
  if (existsSync(folder)) throw new Stop(words.language.unnamed(code))
  await mkdir(folder)
  const files = Object.entries(templateFiles(code, listOriginals()))
  await Promise.all(files.map(([name, content]) => writeFile(join(folder, name), content)))
  return words.language.begun(code, files.length)
}

async function readHashes(code: string): Promise<Record<string, string>> {
  const file = hashesFile(code)
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {}
}

async function keepHashes(code: string, translation: Translation): Promise<string> {
  const hashes = originalHashes(translation)
  await writeFile(hashesFile(code), `${JSON.stringify(hashes, null, 2)}\n`)
  return words.language.reviewed(Object.keys(hashes).length)
}

/** Every page and mail of the sample movement, in a folder that is made anew. */
async function writePages(code: string): Promise<string> {
  console.log(words.language.walking)
  const folder = join(root, 'dist', 'language', code)
  const { main } = (await import(pathToFileURL(await compileSentencePages()).href)) as SentencePages
  return words.language.pagesWritten({ ...(await main({ code, original: language, folder })), folder })
}
