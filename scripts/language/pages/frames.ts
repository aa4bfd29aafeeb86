import { escapeHtml } from '#shared/mail/render.ts'
import { sentenceMark, unmark } from './marks.ts'
import { occasionOf } from './occasions.ts'
import { saidForms } from './said-forms.ts'
import type { Walked } from './walk.ts'

/** What is left to show, and what the pages are made of. */
export type Left = {
  /** Every sentence in the order of the code, and those that no page showed. */
  paths: readonly string[]
  left: ReadonlySet<string>
  original: 'fr' | 'en'
  said: (path: string, of: 'original' | 'translated') => unknown
  /** A page that was met, by the part of the texts that it shows. */
  pages: PagesOfParts
}

export type PagesOfParts = Map<string, Pick<Walked, 'html' | 'original'>>

/** So many sentences before and behind one say where it stands. */
const near = 2

/** What no walk meets, in the frame of a page of its part: each sentence among its neighbours, with when it is said. */
export function* framePages(all: Left): Generator<Walked> {
  const parts = Map.groupBy(all.paths, partOf)
  for (const [part, paths] of parts) {
    if (!paths.some((path) => all.left.has(path))) continue
    const page = all.pages.get(part) ??
      [...all.pages.values()][0] ?? { html: '<main></main>', original: '<main></main>' }
    const inside = (of: 'original' | 'translated') => shownAmong(paths, of, all)
    yield {
      name: `${part} …`,
      html: within(unmark(page.html, () => '').html, inside('translated')),
      original: within(page.original, inside('original')),
    }
  }
}

/** `text.form` of `text.form.save`; the labels are one part. */
export function partOf(path: string): string {
  const [root = '', second = ''] = path.split('.')
  return root === 'labels' ? root : `${root}.${second}`
}

/** A page with something else in its middle. */
function within(page: string, inside: string): string {
  const [before, middle, after] = /<main\b/.test(page)
    ? page.split(/(?<=<main\b[^>]*>)|(?=<\/main>)/)
    : ['<!doctype html><html><body>', '', '</body></html>']
  return `${before}${middle === undefined ? '' : inside}${after ?? ''}`
}

function shownAmong(paths: readonly string[], of: 'original' | 'translated', all: Left): string {
  const shown = paths.filter((_, at) =>
    paths.slice(Math.max(0, at - near), at + near + 1).some((one) => all.left.has(one)),
  )
  const placed = shown.filter((path) => occasionOf(path) !== null)
  const runs = Map.groupBy(placed, (path) => occasionOf(path)?.[all.original] ?? '')
  return [...runs]
    .map(
      ([when, some]) =>
        `<section class="flow"><p><em>${escapeHtml(when)}</em></p>${some.map((path) => oneOf(path, of, all)).join('')}</section>`,
    )
    .join('<hr>')
}

/** A neighbour is there to be read with it, and is paler. */
function oneOf(path: string, of: 'original' | 'translated', { left, said }: Left): string {
  const mark = of === 'translated' ? sentenceMark(path) : ''
  const forms = saidForms(said(path, of))
    .map((form) => `<p>${escapeHtml(form)}${mark}</p>`)
    .join('')
  return left.has(path) ? `<div>${forms}</div>` : `<div style="opacity:.65">${forms}</div>`
}
