import type { Publication } from '#shared/db/publication.ts'
import { textIn } from '#shared/text/text.ts'
import type { DeskContext } from '../env.ts'
import { momentIn } from '../webhooks/status.ts'

/** What others may read, where, and whether a cron publishes it; `/join` shows nothing of the network. */
const feeds = [
  { name: 'map', path: '/feeds/groups.geojson', isPublished: true },
  { name: 'calendar', path: '/feeds/activities.ics', isPublished: true },
  { name: 'find', path: '/find', isPublished: true },
  { name: 'join', path: '/join', isPublished: false },
] as const

type Feed = (typeof feeds)[number]
type Props = { context: DeskContext; state: Publication | null }

/** Of each thing that others may read: what it sends, to whom, and when it was last brought up to date; or since when it is not. */
export function OpenFeeds({ context, state }: Props) {
  const { language, movement } = context.var
  const text = textIn(language, movement).feeds.open
  return (
    <section aria-labelledby="open" class="flow">
      <h2 id="open">{text.title}</h2>
      <ul class="feed">
        {feeds.map((feed) => {
          const access = movement.feeds[feed.name]
          return (
            <li>
              <p class="strong">{text.names[feed.name]}</p>
              <p>
                {text.sends[feed.name]} {text.access[access]}
              </p>
              {access !== 'off' && (
                <p class="soft">
                  <code>{feed.path}</code>
                  {feed.isPublished && (
                    <>
                      <br />
                      {lastOf(context, feed, state)}
                    </>
                  )}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      <p>
        <a class="plain" href="/desk/settings/feeds">
          {text.change}
        </a>
      </p>
      <p>
        <a class="plain" href="/desk/webhooks">
          {text.elsewhere}
        </a>
      </p>
    </section>
  )
}

function lastOf(context: DeskContext, { name }: Feed, state: Publication | null): string {
  const text = textIn(context.var.language, context.var.movement).feeds.open
  const since = state?.faults.find(([of]) => of === name)?.[1]
  if (since) return text.fails(momentIn(context, new Date(since)))
  return state?.lookedAt ? text.last(momentIn(context, state.lookedAt)) : text.never
}
