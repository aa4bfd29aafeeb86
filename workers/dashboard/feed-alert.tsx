import type { Publication } from '#shared/db/publication.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

type FeedAlertProps = {
  movement: Movement
  state: Publication | null
  language: Language
}

/** Says what the map's feeds hold back, and which groups they cannot place; nothing when all is well, or when there are none. */
export function FeedAlert({ movement: { feeds }, state, language }: FeedAlertProps) {
  if (feeds.map === 'off' && feeds.find === 'off') return null
  const text = textIn(language).dashboard.feedAlert
  const { held, unplaced } = state ?? { held: [], unplaced: [] }
  return (
    <>
      {held.length > 0 && (
        <div class="alert" role="note">
          <p class="strong">{text.title}</p>
          <p>{text.why}</p>
          {held.slice(0, 5).map((slice) => (
            <p>{text.slice(slice)}</p>
          ))}
          <p>{text.toDo}</p>
        </div>
      )}
      {unplaced.length > 0 && (
        <section aria-labelledby="unplaced">
          <h2 id="unplaced">{text.unplaced}</h2>
          <ul class="feed">
            {unplaced.map(({ uid, name }) => (
              <li>
                <a class="strong" href={`/dashboard/groups/${uid}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
          <p class="counted">{text.unplacedLead}</p>
        </section>
      )}
    </>
  )
}
