import { type ShownAnnouncement, shownAddress } from '#shared/domain/announcement.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'

/** The team's words of the month, as a group reads them. */
export function AnnouncementCard({
  said,
  language,
  movement,
}: {
  said: ShownAnnouncement
  language: Language
  movement: OwnWords
}) {
  const id = `said-${language}`
  return (
    <aside class="card flow" aria-labelledby={id}>
      <h2 id={id}>{textIn(language, movement).month.word.from}</h2>
      <p class="lines" lang={said.language}>
        {said.body}
      </p>
      {said.url && (
        <p>
          <a href={said.url}>{shownAddress(said.url)}</a>
        </p>
      )}
    </aside>
  )
}
