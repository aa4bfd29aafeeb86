import { textIn } from '#shared/text/text.ts'
import type { OpenVisit } from './visit.ts'

/** Mails get forwarded, and their links with them: says whose this one is. */
export function WhoseLink({ visit: { movement, language, path, person } }: { visit: OpenVisit }) {
  const text = textIn(language, movement).notMe
  return (
    <p class="hint">
      {text.whose(person.name)} <a href={`${path}/not-me`}>{text.see}</a>
    </p>
  )
}
