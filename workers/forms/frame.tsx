import type { Child } from 'hono/jsx'
import movement from '#movement'
import { Page } from '#shared/html/page.tsx'
import { type Language, languageNames } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { script } from './compiled.ts'

export type FrameProps = {
  language: Language
  title: string
  path: string
  /** The page has a form that the script makes smoother. */
  hasScript?: boolean
  children?: Child
}

/** The frame of the form's pages: the movement's name, the other languages, whom to ask. */
export function Frame({ language, title, path, hasScript, children }: FrameProps) {
  const text = textIn(language).page
  return (
    <Page
      language={language}
      title={title}
      movement={movement.name}
      skip={text.skip}
      script={hasScript ? script.path : undefined}
      aside={<Languages language={language} path={path} />}
      foot={
        <>
          <a href={`mailto:${movement.sender.replyTo}`}>{text.ask}</a>
          <a href="/privacy">{text.privacy}</a>
          <a href="/accessibility">{text.accessibility}</a>
          <span>{text.writtenBy(movement.sender.name)}</span>
        </>
      }
    >
      {children}
    </Page>
  )
}

function Languages({ language, path }: { language: Language; path: string }) {
  const others = movement.languages.filter((other) => other !== language)
  if (others.length === 0) return null
  return (
    <nav aria-label={others.map((other) => languageNames[other]).join(', ')}>
      {others.map((other) => (
        <a href={`${path}?lang=${other}`} lang={other} hreflang={other}>
          {languageNames[other]}
        </a>
      ))}
    </nav>
  )
}
