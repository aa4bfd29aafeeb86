import { type Language, languageNames } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'

/** Whose language it is, when we know the reader. */
export type Chooser = { path: string; switchPage: string }
type SwitchProps = {
  /** The movement's. */
  all: readonly Language[]
  language: Language
  movement: OwnWords
  path: string
  session?: Chooser | undefined
  /** The form whose typed values go along, where there is one. */
  typed?: string | undefined
}

/** The movement's other languages. Of a person the choice is kept, by a press; of a stranger this browser remembers it. */
export function LanguageSwitch({ all, language, movement, path, session, typed }: SwitchProps) {
  const others = all.filter((other) => other !== language)
  if (others.length === 0) return null
  return (
    <nav aria-label={textIn(language, movement).page.language}>
      {typed ? (
        <TakeAlong languages={others} form={typed} path={session ? undefined : path} />
      ) : session ? (
        <Keep languages={others} path={path} session={session} />
      ) : (
        others.map((other) => <Ask to={other} path={path} />)
      )}
    </nav>
  )
}

function Ask({ to, path }: { to: Language; path: string }) {
  return (
    <a href={`${path}?lang=${to}`} lang={to} hreflang={to}>
      {languageNames[to]}
    </a>
  )
}

function Keep({ languages, path, session }: { languages: readonly Language[]; path: string; session: Chooser }) {
  return (
    <form method="post" action={`${session.path}/language`}>
      <input type="hidden" name="switch" value={session.switchPage} />
      <input type="hidden" name="back" value={path} />
      {languages.map((to) => (
        <button type="submit" class="plain" name="to" value={to} lang={to}>
          {languageNames[to]}
        </button>
      ))}
    </form>
  )
}

/** `path`: of a stranger's page, whose address says the language. */
type TakeAlongProps = { languages: readonly Language[]; form: string; path: string | undefined }

/** The buttons send the page's form, which comes back in the language as it was typed. */
function TakeAlong({ languages, form, path }: TakeAlongProps) {
  return (
    <>
      {/* Enter in a text saves: browsers press the first button of a form, wherever it stands */}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, it is for browsers alone */}
      <button type="submit" class="hidden" form={form} name="do" value="save" tabindex={-1} aria-hidden="true" />
      {languages.map((to) => (
        <button
          type="submit"
          class="plain"
          form={form}
          formaction={path && `${path}?lang=${to}`}
          name="to"
          value={to}
          lang={to}
        >
          {languageNames[to]}
        </button>
      ))}
    </>
  )
}
