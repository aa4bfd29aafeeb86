import { ask } from '#shared/db/ask.ts'
import { type Publication, publication } from '#shared/db/publication.ts'
import { countBefore, listPublished, type PublishedGroup } from '#shared/db/published-groups.ts'
import { factsOfKey } from '#shared/domain/key-answers.ts'
import { everyGroup, type FactFilter, isShrunk, onMap, readFactFilter } from '#shared/domain/publication.ts'
import type { FeedsContext } from '../env.ts'
import { isOpened, keptFor, openFeed } from '../open-feed.ts'
import { respondText } from '../respond-text.ts'
import { textStream } from '../text-stream.ts'
import { isFresh } from '../validators.ts'
import type { MapFormat, MapView } from './map-format.ts'

/** Groups that are read from the database at a time. */
const page = 1000

const cors = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'etag, last-modified, retry-after' }

/** Any site may show the groups: nothing here is anybody's own. */
export function allowAll(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...cors,
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'if-none-match, if-modified-since',
      'access-control-max-age': '86400',
    },
  })
}

/** The groups of an address, as they were published; 503 rather than a map that lost its groups. */
export async function serveMap(context: FeedsContext, format: MapFormat): Promise<Response> {
  const { movement } = context.var
  const { DB, PUBLIC_URL: publicUrl } = context.env
  const { searchParams } = new URL(context.req.url)
  const access = await openFeed(context, 'map', movement.feeds.map)
  if (!isOpened(access)) return access
  const filter: FactFilter = [
    [onMap],
    ...readFactFilter(searchParams, access.regions, movement.sections.ours.group.fields),
    ...factsOfKey(access.answers),
  ]
  const isWhole = filter.length === 1
  // What one fact says has been compared by the cron; of several at once nobody has counted yet
  const isUncounted = filter.length > 2 || filter.some((facts) => facts.length > 1)
  const { state, groups, counts } = await ask(DB, {
    state: publication(DB),
    groups: listPublished(DB, filter, { after: 0, limit: page }),
    ...(isUncounted ? { counts: countBefore(DB, filter) } : {}),
  })
  const refusal = refusalOf(
    state,
    groups,
    isHeldBack(state, filter) || (counts !== undefined && isShrunk(counts, false)),
    isWhole,
  )
  if (refusal !== null || state === null) return respondText(503, refusal ?? '', { ...cors, 'retry-after': '3600' })
  const headers = {
    ...cors,
    ...validatorsOf(state),
    'cache-control': keptFor(300, access),
    vary: 'accept-encoding',
  }
  if (isFresh(context.req.raw, headers)) return new Response(null, { status: 304, headers })
  const pages = pagesOf(context, filter, groups)
  return new Response(textStream(write(pages, format, { movement, publicUrl })), {
    headers: { ...headers, 'content-type': format.type, 'x-content-type-options': 'nosniff' },
  })
}

/** Whether the cron found that the map, or the only part of it that is asked for, shrank too much. */
function isHeldBack(state: Publication | null, filter: FactFilter): boolean {
  const alone = filter.filter((facts) => facts.length === 1).flat()
  return state?.held.some(({ fact }) => fact === everyGroup || alone.includes(fact)) ?? false
}

/** Why nothing is shown, for whoever looks; null when all is well. */
function refusalOf(
  state: Publication | null,
  groups: readonly PublishedGroup[],
  isHeld: boolean,
  isWhole: boolean,
): string | null {
  if (!state?.lookedAt) return 'Nothing has been published yet.'
  if (isHeld) return 'Held back: far fewer groups than were published before. The team has been told.'
  if (groups.length === 0 && !(isWhole && state.emptiedAt)) return 'No group to show.'
  return null
}

/** One publication is one version: every address of it has its own answer, so that the same version says the same. */
function validatorsOf({ version, changedAt }: Publication): Record<string, string> {
  return { etag: `W/"${version}"`, ...(changedAt ? { 'last-modified': changedAt.toUTCString() } : {}) }
}

async function* pagesOf(
  { env: { DB } }: FeedsContext,
  filter: FactFilter,
  first: PublishedGroup[],
): AsyncGenerator<PublishedGroup[]> {
  for (let groups = first; ; ) {
    yield groups
    if (groups.length < page) return
    const after = groups.at(-1)?.id ?? 0
    groups = (await ask(DB, { groups: listPublished(DB, filter, { after, limit: page }) })).groups
  }
}

async function* write(
  pages: AsyncGenerator<PublishedGroup[]>,
  { start, end, write }: MapFormat,
  view: MapView,
): AsyncGenerator<string> {
  yield start
  let isFirst = true
  for await (const groups of pages) {
    if (groups.length === 0) break
    const rows = groups.map((group) => JSON.stringify(write(group, view)))
    yield `${isFirst ? '' : ','}\n${rows.join(',\n')}`
    isFirst = false
  }
  yield end
}
