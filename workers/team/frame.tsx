import type { Context } from 'hono'
import { mayDo } from '#shared/domain/role.ts'
import { dashboard as sheet } from '#shared/html/compiled.ts'
import type { Child } from '#shared/html/jsx-runtime.ts'
import { logoAddress } from '#shared/html/own-logo.ts'
import { ownStyle } from '#shared/html/own-style.ts'
import { Page } from '#shared/html/page.tsx'
import { respondPage } from '#shared/html/respond.ts'
import { isForTeam, type Language, languageNames } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { pages } from './pages.ts'
import type { TeamApp } from './team-app.ts'

type FrameProps = { context: Context<TeamApp>; title: string; status?: number; children?: Child }

/** A page of the dashboard, as an answer; it carries the cookies that the context was given. */
export async function respondFrame<App extends TeamApp>(
  context: Context<App>,
  props: Omit<FrameProps, 'context'>,
): Promise<Response> {
  const page = await respondPage(<Frame context={context as unknown as Context<TeamApp>} {...props} />, {
    status: props.status ?? 200,
    sheet,
  })
  return context.newResponse(page.body, page)
}

function Frame({ context, title, children }: FrameProps) {
  const { movement, language } = context.var
  const text = textIn(language, movement)
  return (
    <Page
      language={language}
      title={title}
      movement={movement.name}
      logo={logoAddress(movement)}
      own={ownStyle(movement)}
      sheet={sheet}
      skip={text.page.skip}
      wide
      aside={
        <>
          <div class="row tools">
            <Languages context={context} />
            {context.var.session && (
              <form method="post" action="/desk/sign-out">
                <button type="submit" class="plain">
                  {text.dashboard.signOut}
                </button>
              </form>
            )}
          </div>
          {context.var.session && <Menu context={context} />}
        </>
      }
      foot={context.var.session ? <Foot context={context} /> : null}
    >
      {children}
    </Page>
  )
}

function Foot({ context }: { context: Context<TeamApp> }) {
  const text = textIn(context.var.language, context.var.movement).dashboard
  const { regions } = context.var.session.coordinator
  return (
    <>
      {regions && <p>{text.limitedTo(regions.join(', '))}</p>}
      {context.req.path.startsWith('/dashboard') && <p>{text.readOnly}</p>}
    </>
  )
}

function Menu({ context }: { context: Context<TeamApp> }) {
  const text = textIn(context.var.language, context.var.movement)
  const { coordinator } = context.var.session
  const here = context.req.path
  return (
    <nav class="menu" aria-label={text.dashboard.menu}>
      {pages
        .filter(({ role }) => mayDo(coordinator, { role: role ?? 'reads' }))
        .map(({ path, name }) => (
          <a href={path} aria-current={path === here ? 'page' : isWithin(here, path) ? 'true' : undefined}>
            {name(text)}
          </a>
        ))}
    </nav>
  )
}

function isWithin(here: string, path: string): boolean {
  return path !== '/dashboard' && here.startsWith(`${path}/`)
}

function Languages({ context }: { context: Context<TeamApp> }) {
  const others = context.var.movement.languages.filter((other) => other !== context.var.language && isForTeam(other))
  if (others.length === 0) return null
  return (
    <nav aria-label={textIn(context.var.language, context.var.movement).page.language}>
      {others.map((other) => (
        <a href={inLanguage(context, other)} lang={other} hreflang={other}>
          {languageNames[other]}
        </a>
      ))}
    </nav>
  )
}

/** The same page, filters and all, in another language. */
function inLanguage(context: Context<TeamApp>, language: Language): string {
  const { pathname, searchParams } = new URL(context.req.url)
  searchParams.set('lang', language)
  return `${pathname}?${searchParams}`
}
