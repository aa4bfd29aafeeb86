import { ask } from '#shared/db/ask.ts'
import { type ListedChange, listChanges } from '#shared/db/changes.ts'
import { withinRegions } from '#shared/db/within-regions.ts'
import { changeBriefly } from '#shared/domain/change-briefly.ts'
import { isSame, isTokenShaped, type LinkKey, linkKey, sign } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import { xmlText } from '#shared/domain/xml-text.ts'
import { type Coordinator, type Movement, teamLanguageOf } from '#shared/movement.ts'
import type { Sections } from '#shared/record/sections.ts'
import { colonIn } from '#shared/text/colon.ts'
import { cut } from '#shared/text/cut.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { type ChangeQuery, changeFilter, changesPath, readChangeQuery } from './change-query.ts'
import type { DashboardContext } from './env.ts'
import { revisionPath } from './revision-item.tsx'

const changesShown = 40
/** Characters of one change, and of the line that a feed reader lists. */
const [mostOfLine, mostOfTitle] = [120, 160]
/** Changes that an entry tells. */
const linesOfEntry = 8

/** What changed, for a feed reader (Atom, RFC 4287). It has no cookie: its address says whose it is, and it tells nothing of people. */
export async function showFeed(context: DashboardContext): Promise<Response> {
  const { movement } = context.var
  const coordinator = await ownerOf(context)
  const { searchParams } = new URL(context.req.url)
  const DB = coordinator.regions ? withinRegions(context.env.DB, coordinator.regions) : context.env.DB
  const query = { ...readChangeQuery(searchParams, movement.sections), before: '' }
  const language = teamLanguageOf(movement, context.var.chosen ?? coordinator.language)
  const { changes } = await ask(DB, {
    changes: listChanges(DB, movement.sections, changeFilter(query, movement), {
      limit: changesShown,
      beside: linesOfEntry,
    }),
  })
  const page = `${context.env.PUBLIC_URL}${changesPath(query)}`
  const updated = changes[0]?.revision.madeAt ?? new Date(0)
  return new Response(feed(changes, { movement, page, base: context.env.PUBLIC_URL, language, updated }), {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'private, max-age=900',
      'last-modified': updated.toUTCString(),
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}

/** @throws Problem when the address is nobody's, or of somebody who is no coordinator any more. */
async function ownerOf(context: DashboardContext): Promise<Coordinator> {
  const token = context.req.param('token') ?? ''
  if (!isTokenShaped(token)) throw new Problem('page_unknown')
  const key = await linkKey(context.env.LINK_SECRET)
  for (const coordinator of context.var.movement.coordinators)
    if (isSame(token, await feedToken(key, coordinator))) return coordinator
  throw new Problem('page_unknown')
}

function feedToken(key: LinkKey, { email }: Coordinator): Promise<string> {
  return sign(key, `feed:${email}`)
}

/** The address of a coordinator's own feed, with what the page is filtered by. */
export async function feedPath(context: DashboardContext, query: ChangeQuery): Promise<string> {
  const token = await feedToken(await linkKey(context.env.LINK_SECRET), context.var.session.coordinator)
  const [, filters] = changesPath({ ...query, before: '' }).split('?')
  return `/dashboard/feed/${token}${filters ? `?${filters}` : ''}`
}

type FeedOptions = { movement: Movement; page: string; base: string; language: Language; updated: Date }

function feed(changes: readonly ListedChange[], { movement, page, base, language, updated }: FeedOptions): string {
  const title = `${textIn(language, movement).dashboard.changes.title} – ${movement.name}`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${xml(page)}</id>
  <title>${xml(title)}</title>
  <updated>${updated.toISOString()}</updated>
  <author><name>${xml(movement.name)}</name></author>
  <link rel="alternate" type="text/html" href="${xml(page)}"/>
${changes.map((change) => entry(change, movement.sections, base, language)).join('\n')}
</feed>
`
}

function entry({ group, revision, names }: ListedChange, sections: Sections, base: string, language: Language): string {
  const text = textIn(language, sections).history
  const rows = new Map(names)
  const isBirth = revision.author === 'import' && revision.number === 1
  const lines = isBirth
    ? [text.firstImport]
    : [
        ...revision.changes.map((change) => cut(changeBriefly(change, rows, sections, language), mostOfLine)),
        ...(revision.written > revision.changes.length ? ['…'] : []),
      ]
  const address = `${base}/dashboard/groups/${group.uid}#revision-${revision.number}`
  const words = lines.join(language === 'fr' ? '\u202f; ' : '; ')
  return `  <entry>
    <id>${xml(address)}</id>
    <title>${xml(cut(`${group.name}${colonIn(language)}${words}`, mostOfTitle))}</title>
    <updated>${revision.madeAt.toISOString()}</updated>
    <link rel="alternate" type="text/html" href="${xml(base + revisionPath(group.uid, revision))}"/>
    <content type="text">${xml(lines.join('\n'))}</content>
  </entry>`
}

function xml(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
