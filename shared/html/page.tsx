import { directionOf, type Language } from '#shared/text/language.ts'
import { style } from './compiled.ts'
import { type Child, Html } from './jsx-runtime.ts'

export type Sheet = { css: string; hash: string }

export type PageProps = {
  language: Language
  title: string
  /** The movement's name, at the top of every page. */
  movement: string
  /** Where the movement's logo is. */
  logo?: string | undefined
  /** The movement's own style, beside ours. */
  own?: string
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
export function Page({
  language,
  title,
  movement,
  logo,
  own = '',
  sheet,
  aside,
  skip,
  script,
  foot,
  wide,
  children,
}: PageProps) {
  const column = wide ? 'column wide' : 'column'
  return (
    <html lang={language} dir={directionOf(language)}>
      <Head title={`${title} – ${movement}`} logo={logo} own={own} sheet={sheet} script={script} />
      <body>
        <a class="skip" href="#main">
          {skip}
        </a>
        <header class={`${column} top`}>
          <span class="mark">
            {logo && <img src={logo} alt="" />}
            {movement}
          </span>
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

type HeadProps = {
  title: string
  logo: string | undefined
  own: string
  sheet: Sheet | undefined
  script: string | undefined
}

function Head({ title, logo, own, sheet, script }: HeadProps) {
  return (
    <head>
      {commonHead}
      <link rel="icon" href={logo ?? 'data:,'} />
      <title>{title}</title>
      {sheet && styleElement(sheet)}
      {own !== '' && styleElement({ css: own, hash: '' })}
      {script && <script src={script} defer></script>}
    </head>
  )
}

const styleElement = ({ css }: Sheet) => new Html(`<style>${css}</style>`)

const commonHead = [
  <meta charset="utf-8" />,
  <meta name="viewport" content="width=device-width, initial-scale=1" />,
  <meta name="robots" content="noindex" />,
  <meta name="color-scheme" content="light dark" />,
  styleElement(style),
]
