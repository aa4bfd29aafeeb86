import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Language } from '#shared/text/language.ts'
import { style } from './compiled.ts'

export type Sheet = { css: string; hash: string }

export type PageProps = {
  language: Language
  title: string
  /** The movement's name, at the top of every page. */
  movement: string
  /** A style sheet beside the common one. */
  sheet?: Sheet
  /** What stands beside the movement's name: languages, sign out. */
  aside?: Child
  skip: string
  /** The path of a script of ours that makes the page smoother; it works without. */
  script?: string | undefined
  foot?: Child
  wide?: boolean
  children?: Child
}

/** The frame of every page: no script, no request but its own. */
export function Page({ language, title, movement, sheet, aside, skip, script, foot, wide, children }: PageProps) {
  const column = wide ? 'column wide' : 'column'
  return (
    <html lang={language}>
      {head({ title: `${title} – ${movement}`, sheet, script })}
      <body>
        <a class="skip" href="#main">
          {skip}
        </a>
        <header class={`${column} top`}>
          <span class="mark">{movement}</span>
          {aside}
        </header>
        <main id="main" class={`${column} flow`} tabindex={-1}>
          {children}
        </main>
        <footer class={`${column} foot`}>{foot}</footer>
      </body>
    </html>
  )
}

const commonHead = raw(
  `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><style>${style.css}</style>`,
)

type HeadParts = { title: string; sheet: Sheet | undefined; script: string | undefined }

/** Not as JSX: once it has met a <head>, Hono asks of every element of every page whether it stands in one. */
function head({ title, sheet, script }: HeadParts) {
  return html`<head>${commonHead}<title>${title}</title>${sheet && raw(`<style>${sheet.css}</style>`)}${script && html`<script src="${script}" defer></script>`}</head>`
}
