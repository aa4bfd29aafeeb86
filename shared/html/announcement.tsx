import { type ShownAnnouncement, shownAddress } from '#shared/domain/announcement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

/** The team's words of the month, as a group reads them. */
export function AnnouncementCard({ said, language }: { said: ShownAnnouncement; language: Language }) {
  const id = `said-${language}`
  return (
    <aside class="card flow" aria-labelledby={id}>
      <h2 id={id}>{textIn(language).month.word.from}</h2>
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
