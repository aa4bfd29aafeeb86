import type { TroubledWebhook } from '#shared/db/elsewhere.ts'
import type { Publication } from '#shared/db/publication.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { momentName } from './dates.ts'

type FeedAlertProps = {
  movement: Movement
  state: Publication | null
  troubled: readonly TroubledWebhook[]
  language: Language
}

/** Says which programs take nothing any more, what the map's feeds hold back, and which groups they cannot place; nothing when all is well, or when there are none. */
export function FeedAlert({ movement, state, troubled, language }: FeedAlertProps) {
  const text = textIn(language, movement).dashboard.feedAlert
  const { faults, held, heldLists, unplaced } = state ?? nothingPublished
  return (
    <>
      {troubled.length > 0 && (
        <div class="alert" role="note">
          <p class="strong">{text.webhookTitle}</p>
          {troubled.map(({ name, since, isGone }) => (
            <p>{text.webhook(name, momentName(since, movement.timeZone, language, movement), isGone)}</p>
          ))}
          <p>
            <a href="/desk/webhooks">{text.webhookSee}</a>
          </p>
        </div>
      )}
      {faults.length > 0 && (
        <div class="alert" role="note">
          <p class="strong">{text.faultTitle}</p>
          {faults.map(([name, since]) => (
            <p>{text.fault(name, momentName(new Date(since), movement.timeZone, language, movement))}</p>
          ))}
          <p>
            <a href="/desk/feeds">{text.faultSee}</a>
          </p>
        </div>
      )}
      {held.length > 0 && (
        <div class="alert" role="note">
          <p class="strong">{text.title}</p>
          <p>{text.why}</p>
          {held.slice(0, 5).map((slice) => (
            <p>{text.slice(slice)}</p>
          ))}
          <p>
            {text.toDo} <a href="/desk/feeds">{text.see}</a>
          </p>
        </div>
      )}
      {heldLists.length > 0 && (
        <div class="alert" role="note">
          <p class="strong">{text.listTitle}</p>
          <p>{text.listWhy}</p>
          {heldLists.slice(0, 5).map((slice) => (
            <p>{text.slice(slice)}</p>
          ))}
          <p>
            {text.toDo} <a href="/desk/feeds">{text.see}</a>
          </p>
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

const nothingPublished: Pick<Publication, 'faults' | 'held' | 'heldLists' | 'unplaced'> = {
  faults: [],
  held: [],
  heldLists: [],
  unplaced: [],
}
