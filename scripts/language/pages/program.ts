// Before anything below makes texts of languages
import './marked-language.ts'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import sample from '#sample/movement.ts'
import { showColumns } from '#scripts/import/show-columns.ts'
import { escapeHtml, renderMail } from '#shared/mail/render.ts'
import { sampleNow } from '#shared/mail/sample.ts'
import { sampleLinks, samples } from '#shared/mail/samples.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { en } from '#shared/text/en.ts'
import { fr } from '#shared/text/fr.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { labelOriginals } from '#shared/text/words.ts'
import { listOriginals, listTranslated, mailWords, sentencesBelow } from '../originals.ts'
import { isAskedFor } from '../translation-state.ts'
import { type Catalogue, indexPage, type SentencePagesWritten, type Shown, sentencePage } from './catalogue.ts'
import { framePages, type PagesOfParts, partOf } from './frames.ts'
import { markMails, unmarked } from './marked-language.ts'
import { unmark } from './marks.ts'
import { startSentenceWorld } from './sentence-world.ts'
import { type Walked, walk } from './walk.ts'

markMails(Object.fromEntries(Object.entries(mailWords()).map(([part, { en }]) => [part, en])))

type Asked = { code: Language; original: 'fr' | 'en'; folder: string }

/** Writes every page and mail of the sample movement in a language, beside the original, with its sentences; says how many, how many sentences were met on none and stand among their neighbours (`framed`), and how many stand nowhere. */
export async function main(asked: Asked): Promise<SentencePagesWritten> {
  return writePages(asked, [listMails(asked), walkSite(asked), listProblems(asked), listColumns(asked)])
}

/** The same of mails only. */
export async function writeMails(asked: Asked): Promise<SentencePagesWritten> {
  return writePages(asked, [listMails(asked)])
}

async function writePages(
  { code, original, folder }: Asked,
  sources: readonly (Iterable<Walked> | AsyncIterable<Walked>)[],
): Promise<SentencePagesWritten> {
  const translation = unmarked[code]
  if (!translation) throw new Error(`${code} is no language of more.ts`)
  const originals = new Map([...listOriginals()].filter(([path, one]) => isAskedFor(path, one, translation)))
  const translated = listTranslated(translation)
  const numbers = new Map([...originals.keys()].map((path, at) => [path, at + 1]))
  const catalogue: Catalogue = { code, original, originals, translated, numbers }
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const shown: Shown[] = []
  const found = new Set<string>()
  const pages: PagesOfParts = new Map()
  const show = async (walked: Walked) => {
    const { html, seen, unseen } = unmark(walked.html, (path) => badge(path, catalogue))
    const paths = [...seen, ...unseen].filter((path) => originals.has(path))
    // A page that shows nothing new is one of its kind
    if (paths.every((path) => found.has(path))) return
    for (const path of paths) {
      found.add(path)
      if (!pages.has(partOf(path))) pages.set(partOf(path), walked)
    }
    const file = `${String(shown.length + 1).padStart(3, '0')}.html`
    const missing = paths.filter((path) => !translated.has(path)).length
    shown.push({ file, name: walked.name, sentences: paths.length, missing })
    await writeFile(join(folder, file), sentencePage({ ...walked, html, seen, unseen }, catalogue, shown.length))
  }
  for (const source of sources) for await (const walked of source) await show(walked)
  const left = new Set([...originals.keys()].filter((path) => !found.has(path)))
  for (const walked of framePages({
    paths: [...originals.keys()],
    left,
    pages,
    original,
    said: sentencesIn(code, original),
  }))
    await show(walked)
  const nowhere = [...left].filter((path) => !found.has(path))
  await writeFile(join(folder, 'index.html'), indexPage(shown, nowhere, catalogue))
  return { pages: shown.length, framed: left.size - nowhere.length, nowhere: nowhere.length }
}

/** A sentence in the original, or as a translation says it; what is missing there is said in English. */
function sentencesIn(code: Language, original: 'fr' | 'en') {
  const inOriginal = ownSentences(original)
  const { text, mails = {}, labels } = unmarked[code] ?? { text: {}, labels: {} }
  const own = Object.entries(labels).map(([english, words]): [string, unknown] => [`labels.${english}`, words])
  const translated = new Map([
    ...ownSentences('en'),
    ...sentencesBelow('text', text),
    ...sentencesBelow('mails', mails),
    ...own,
  ])
  return (path: string, of: 'original' | 'translated') => (of === 'original' ? inOriginal : translated).get(path)
}

function ownSentences(language: 'fr' | 'en'): Map<string, unknown> {
  const mails = Object.entries(mailWords()).flatMap(([part, words]) => [
    ...sentencesBelow(`mails.${part}`, words[language]),
  ])
  const labels = [...labelOriginals].map(([en, fr]): [string, unknown] => [`labels.${en}`, language === 'fr' ? fr : en])
  return new Map([...sentencesBelow('text', language === 'fr' ? fr : en), ...mails, ...labels])
}

/** What stands behind a sentence: its number in the list beside the page. */
function badge(path: string, { numbers, translated }: Catalogue): string {
  const number = numbers.get(path)
  if (number === undefined) return ''
  const look = translated.has(path) ? 'background:#dbeafe;color:#1e3a8a' : 'background:#b91c1c;color:#fff'
  return `<sup title="${escapeHtml(path)}" style="${look};font:700 10px/1 sans-serif;padding:1px 3px;border-radius:3px">${number}</sup>`
}

function* listMails({ code, original }: Asked): Generator<Walked> {
  for (const { name, reader, mail } of samples) {
    const written = (language: Language) => {
      const setting = { movement: sample, language, reader, links: sampleLinks, now: sampleNow }
      const { subject, html } = renderMail(mail, setting)
      const above = `<p style="font:700 16px/1.4 sans-serif;margin:8px">${escapeHtml(subject)}</p>`
      return html.replace(/<body[^>]*>/, (body) => body + above)
    }
    yield { name: `mail: ${name}`, html: written(code), original: written(original) }
  }
}

/** The pages that say what went wrong, one below the other: few of them are met on a walk. */
function* listProblems({ code, original }: Asked): Generator<Walked> {
  const written = (language: Language) =>
    document(
      Object.values<string | { title: string; next: string }>(textIn(language, sample).problem)
        .map((one) =>
          typeof one === 'string'
            ? `<p>${escapeHtml(one)}</p>`
            : `<h1>${escapeHtml(one.title)}</h1><p>${escapeHtml(one.next)}</p>`,
        )
        .join(''),
    )
  yield { name: 'what went wrong', html: written(code), original: written(original) }
}

/** The headings by which columns of sheets are known, as `npm run import -- --columns` tells them. */
function* listColumns({ code, original }: Asked): Generator<Walked> {
  const written = (language: Language) =>
    document(`<pre>${escapeHtml(stripVTControlCharacters(showColumns(sheetKinds(sample), language).join('\n')))}</pre>`)
  yield { name: 'sheets', html: written(code), original: written(original) }
}

const document = (body: string) => `<!doctype html><html><body>${body}</body></html>`

async function* walkSite({ code, original }: Asked): AsyncGenerator<Walked> {
  const world = await startSentenceWorld(code, original)
  try {
    yield* walk(world.browse, [...world.starts, ...(await world.newLinks())], world.newLinks)
  } finally {
    await world.stop()
  }
}
