import * as z from 'zod'
import { listApiRows } from '#shared/db/api-rows.ts'
import { ask } from '#shared/db/ask.ts'
import { withinGroups } from '#shared/db/within-regions.ts'
import { answersOfKey, readTeamFilter } from '#shared/domain/key-answers.ts'
import { areaName } from '#shared/text/area-name.ts'
import type { FeedsContext } from '../env.ts'
import { isOpened, openFeed } from '../open-feed.ts'
import { resourcesOf, rowInApi } from './api-answers.ts'

/** Rows of a page, where nothing says otherwise, and at most. */
const usual = 100
const most = 1000

/** What a key must be for: people are read with a key of their own, and rows of a movement's own may name some. */
const purposeOf = (resource: string) => (resource === 'people' || resource === 'rows' ? 'api/people' : 'api')

/** One page of a resource: `{"data": […], "next": …}`; `cursor=` the `next` of the page before. */
export async function serveApi(context: FeedsContext): Promise<Response> {
  const { sections } = context.var.movement
  const known = resourcesOf(sections)
  const resource = known.find((name) => name === context.req.param('resource'))
  if (!resource) return context.json({ error: 'unknown_resource', known }, 404)
  const access = await openFeed(context, purposeOf(resource), 'key')
  if (!isOpened(access)) return access
  const query = new URL(context.req.url).searchParams
  const page = pageOf(query)
  if (!page)
    return context.json(
      {
        error: 'bad_request',
        expected: `cursor, limit (1 to ${most}), group, region, since (2026-12-01T09:00:00Z), or a question’s key`,
      },
      400,
    )
  const { DB } = context.env
  const answers = [...answersOfKey(access.answers), ...readTeamFilter(query, sections.ours.group.fields, parts)]
  const db = withinGroups(DB, { regions: access.regions, answers })
  const { rows } = await ask(db, { rows: listApiRows(db, resource, page, sections) })
  const next = rows.length === page.limit ? String(rows.at(-1)?.row_id) : null
  return context.json({ data: rows.flatMap((row) => rowInApi(resource, row, sections) ?? []), next }, 200, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

/** What an address says beside answers. */
const parts = ['cursor', 'limit', 'group', 'region', 'since', 'key']

function pageOf(query: URLSearchParams) {
  const [cursor, limit] = [query.get('cursor') ?? '0', query.get('limit') ?? String(usual)]
  const [group, region] = [query.get('group') ?? '', areaName(query.get('region') ?? '')]
  if (!/^\d{1,15}$/.test(cursor) || !/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > most) return null
  const since = instantIn(query.get('since') ?? '')
  return group.length > 100 || region.length > 100 || since === null
    ? null
    : { after: Number(cursor), limit: Number(limit), group, region, since }
}

const instant = z.iso.datetime({ offset: true })

/** An instant as the database has them; '' where none is asked for, null for what is none. In an address a `+` is a space. */
function instantIn(asked: string): string | null {
  if (asked === '' || asked.length > 40) return asked === '' ? '' : null
  const read = instant.safeParse(asked.replace(' ', '+'))
  return read.success ? new Date(read.data).toISOString() : null
}
