import { find as style } from '#shared/html/compiled.ts'
import { type Child, Html } from '#shared/html/jsx-runtime.ts'
import { logoAddress } from '#shared/html/own-logo.ts'
import { findStyle, styleHash } from '#shared/html/own-style.ts'
import { directionOf } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { FeedsContext } from '../env.ts'
import { visitorLanguage } from './reader.ts'
import { VisitorLanguages } from './visitor-languages.tsx'

type VisitorPage = {
  title: string
  children: Child
  status?: number
  script?: string
  /** Whether visitors type in its form. */
  isTyped?: boolean
  headers?: Record<string, string>
}

/**
 * A page for visitors, which the movement's own sites may show in a frame. It is small, has no script unless it needs one, and sets no cookie:
 * in a frame of another site a browser would send none back.
 */
export async function respondVisitor(
  context: FeedsContext,
  { title, children, status = 200, script, isTyped = false, headers = {} }: VisitorPage,
): Promise<Response> {
  const { movement } = context.var
  const language = visitorLanguage(context)
  const { colour, sites } = movement.feeds
  const logo = logoAddress(movement)
  const own = findStyle(colour ?? movement.face.colour, logo !== undefined)
  const page = (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${movement.name}`}</title>
        <link rel="icon" href={logo ?? 'data:,'} />
        {new Html(`<style>${style.css}</style>${own && `<style>${own}</style>`}`)}
        {script && <script src={script} defer></script>}
      </head>
      <body>
        <main>
          {logo && (
            <p class="logo">
              <img src={logo} alt="" />
            </p>
          )}
          {children}
        </main>
        <footer>
          <a href={movement.website}>{movement.name}</a>
          <VisitorLanguages context={context} isTyped={isTyped} />
          <a href="/privacy">{textIn(language, movement).page.privacy}</a>
        </footer>
      </body>
    </html>
  )
  const styles = [style.hash, ...(own ? [await styleHash(own)] : [])].map((hash) => `'${hash}'`).join(' ')
  return new Response(`<!doctype html>${page}`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'accept-language',
      'content-security-policy': `default-src 'none'; style-src ${styles};${script ? " script-src 'self';" : ''} img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors ${sites.length > 0 ? `'self' ${sites.join(' ')}` : "'none'"}`,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}
