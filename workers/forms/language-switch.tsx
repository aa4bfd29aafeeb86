import movement from '#movement'
import { type Language, languageNames } from '#shared/text/language.ts'

/** Whose language it is, when we know the reader. */
export type Chooser = { path: string; switchPage: string }
type SwitchProps = { language: Language; path: string; visit?: Chooser | undefined }

/** The movement's other languages. Of a person the choice is kept, by a press; of a stranger this browser remembers it. */
export function LanguageSwitch({ language, path, visit }: SwitchProps) {
  const others = movement.languages.filter((other) => other !== language)
  if (others.length === 0) return null
  return (
    <nav aria-label={others.map((other) => languageNames[other]).join(', ')}>
      {visit ? (
        <Keep languages={others} path={path} visit={visit} />
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

function Keep({ languages, path, visit }: { languages: readonly Language[]; path: string; visit: Chooser }) {
  return (
    <form method="post" action={`${visit.path}/language`}>
      <input type="hidden" name="switch" value={visit.switchPage} />
      <input type="hidden" name="back" value={path} />
      {languages.map((to) => (
        <button type="submit" class="plain" name="to" value={to} lang={to}>
          {languageNames[to]}
        </button>
      ))}
    </form>
  )
}
