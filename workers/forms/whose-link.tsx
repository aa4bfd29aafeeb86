import { textIn } from '#shared/text/text.ts'
import type { OpenLinkSession } from './link-session.ts'

/** Mails get forwarded, and their links with them: says whose this one is. */
export function WhoseLink({ session: { movement, language, path, person } }: { session: OpenLinkSession }) {
  const text = textIn(language, movement).notMe
  return (
    <p class="hint">
      {text.whose(person.name)} <a href={`${path}/not-me`}>{text.see}</a>
    </p>
  )
}
