import { escapeHtml } from '#shared/mail/render.ts'
import { directionOf } from '#shared/text/language.ts'
import type { Original } from '../originals.ts'
import type { Walked } from './walk.ts'

/** What a translator is shown sentences of. */
export type Catalogue = {
  code: string
  original: 'fr' | 'en'
  originals: ReadonlyMap<string, Original>
  translated: ReadonlyMap<string, string>
  /** Of each sentence, by its path. */
  numbers: ReadonlyMap<string, number>
}

/** A page that was written. */
export type Shown = { file: string; name: string; sentences: number; missing: number }

/** `framed`: sentences that no page was met with, shown among their neighbours; `nowhere`: those without a place. */
export type SentencePagesWritten = { pages: number; framed: number; nowhere: number }

type Page = Walked & { seen: ReadonlySet<string>; unseen: ReadonlySet<string> }

const words = {
  fr: {
    title: (code: string) => `Chaque phrase à sa place (${code})`,
    lead: 'Une page pour chaque endroit du mouvement d’exemple où se trouvent des phrases nouvelles. À gauche l’original, au milieu la traduction ; le numéro derrière une phrase est celui de la liste de droite, qui donne sa clé. En rouge : ce qui manque.',
    back: 'Toutes les pages',
    next: 'Suivante',
    previous: 'Précédente',
    seen: 'Sur la page',
    unseen: 'Lues à voix haute, ou dans le titre et les choix',
    nowhere: 'Sur aucune de ces pages',
    missing: 'manque',
    head: ['N°', 'Clé', 'Français, anglais', 'Traduction'],
    list: ['Page', 'Phrases', 'Manquent'],
  },
  en: {
    title: (code: string) => `Each sentence in its place (${code})`,
    lead: 'A page for every place of the sample movement that has new sentences. The original is on the left, the translation in the middle; the number behind a sentence is that of the list on the right, which has its key. In red: what is missing.',
    back: 'All pages',
    next: 'Next',
    previous: 'Previous',
    seen: 'On the page',
    unseen: 'Read aloud, or in the title and choices',
    nowhere: 'On none of these pages',
    missing: 'missing',
    head: ['No.', 'Key', 'French, English', 'Translation'],
    list: ['Page', 'Sentences', 'Missing'],
  },
} as const

const style = `
body { margin: 0; font: 15px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #f4f4f2 }
header, main { padding: 12px 16px }
h1 { font-size: 1.2rem; margin: 4px 0 } h2 { font-size: 1rem; margin: 16px 0 4px }
nav a { margin-inline-end: 16px }
.columns { display: grid; grid-template-columns: minmax(320px, 390px) minmax(320px, 390px) minmax(420px, 1fr); gap: 16px; padding: 0 16px 16px }
iframe { width: 100%; height: calc(100vh - 110px); border: 1px solid #bbb; background: #fff; position: sticky; top: 8px }
.list { overflow-x: auto }
table { border-collapse: collapse; background: #fff; width: 100% }
th, td { border: 1px solid #ddd; padding: 4px 8px; text-align: start; vertical-align: top; overflow-wrap: anywhere }
td:first-child { white-space: nowrap } td:nth-child(2) { min-width: 140px } code { font-size: 12px } .missing { background: #fee2e2; color: #7f1d1d } .muted { color: #555; font-size: 13px }
@media (max-width: 1100px) { .columns { grid-template-columns: 1fr 1fr } .list { grid-column: 1 / -1 } iframe { position: static; height: 70vh } }
`

function document({ code, original }: Catalogue, body: string): string {
  const title = words[original].title(code)
  return `<!doctype html><html lang="${original}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style>${body}</html>`
}

/** The original and the translation side by side, as phones show them, and the sentences that stand there. */
export function sentencePage(page: Page, catalogue: Catalogue, at: number): string {
  const { back, next, previous, seen, unseen, title } = words[catalogue.original]
  const fileAt = (number: number) => `${String(number).padStart(3, '0')}.html`
  const others = at > 1 ? `<a href="${fileAt(at - 1)}">${previous}</a>` : ''
  const nav = `<nav><a href="index.html">${back}</a>${others}<a href="${fileAt(at + 1)}">${next}</a></nav>`
  const head = `<header>${nav}<h1>${escapeHtml(page.name)}</h1></header>`
  const list = `<div class="list">${table(seen, page.seen, catalogue)}${table(unseen, page.unseen, catalogue)}</div>`
  const frames = [page.original, page.html].map((html) => frame(html, title(catalogue.code))).join('')
  return document(catalogue, `${head}<div class="columns">${frames}${list}</div>`)
}

/** Nothing in it does anything: no script runs, no form is sent. */
function frame(html: string, title: string): string {
  return `<iframe sandbox title="${title}" srcdoc="${escapeHtml(html)}"></iframe>`
}

function table(title: string, paths: Iterable<string>, catalogue: Catalogue): string {
  const { numbers } = catalogue
  const known = [...paths].filter((path) => numbers.has(path))
  if (known.length === 0) return ''
  const head = words[catalogue.original].head.map((word) => `<th>${word}</th>`).join('')
  const rows = known.map((path) => row(path, numbers.get(path) ?? 0, catalogue)).join('')
  return `<h2>${title}</h2><table><tr>${head}</tr>${rows}</table>`
}

function row(path: string, number: number, { code, original, originals, translated }: Catalogue): string {
  const { fr, en } = originals.get(path) ?? { fr: '', en: '' }
  const said = translated.get(path)
  const direction = directionOf(code) ?? 'ltr'
  const own =
    said === undefined
      ? `<td class="missing">${words[original].missing}</td>`
      : `<td lang="${code}" dir="${direction}">${escapeHtml(said)}</td>`
  return `<tr><td>${number}</td><td><code>${escapeHtml(path)}</code></td><td>${escapeHtml(fr)}<br><span class="muted">${escapeHtml(en)}</span></td>${own}</tr>`
}

/** All pages, and the sentences that stand on none of them. */
export function indexPage(shown: readonly Shown[], nowhere: readonly string[], catalogue: Catalogue): string {
  const { title, lead, list, nowhere: none } = words[catalogue.original]
  const head = list.map((word) => `<th>${word}</th>`).join('')
  const rows = shown.map(
    ({ file, name, sentences, missing }) =>
      `<tr><td><a href="${file}">${escapeHtml(name)}</a></td><td>${sentences}</td><td${missing > 0 ? ' class="missing"' : ''}>${missing}</td></tr>`,
  )
  const body = `<main><h1>${title(catalogue.code)}</h1><p>${lead}</p><table><tr>${head}</tr>${rows.join('')}</table>${table(`${none} (${nowhere.length})`, nowhere, catalogue)}</main>`
  return document(catalogue, body)
}
