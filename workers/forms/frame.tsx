import type { Child } from '#shared/html/jsx-runtime.ts'
import { logoAddress } from '#shared/html/own-logo.ts'
import { ownStyle } from '#shared/html/own-style.ts'
import { Page } from '#shared/html/page.tsx'
import { type Movement, senderName } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { script } from './compiled.ts'
import { type Chooser, LanguageSwitch } from './language-switch.tsx'

export type FrameProps = {
  movement: Movement
  language: Language
  title: string
  /** Null where another language would lose what was posted. */
  path: string | null
  /** Who holds the link, where there is one. */
  session?: Chooser
  /** The form of the page in which somebody types: another language takes it along. */
  typed?: string
  children?: Child
}

/** The frame of the form's pages: the movement's name, the other languages, whom to ask. */
export function Frame({ movement, language, title, path, session, typed, children }: FrameProps) {
  const text = textIn(language, movement).page
  return (
    <Page
      language={language}
      title={title}
      movement={movement.name}
      logo={logoAddress(movement)}
      own={ownStyle(movement)}
      skip={text.skip}
      script={script.path}
      aside={
        path !== null && (
          <LanguageSwitch
            all={movement.languages}
            language={language}
            movement={movement}
            path={path}
            session={session}
            typed={typed}
          />
        )
      }
      foot={
        <>
          <a href={`mailto:${movement.sender.replyTo}`}>{text.ask}</a>
          <a href="/privacy">{text.privacy}</a>
          <a href="/accessibility">{text.accessibility}</a>
          <span>{text.writtenBy(senderName(movement, language))}</span>
        </>
      }
    >
      {children}
    </Page>
  )
}
