import { listPurpose } from '#shared/actions/compare-lists.ts'
import { ask } from '#shared/db/ask.ts'
import { countMembers, type ListMember, listMembers } from '#shared/db/list-members.ts'
import { answersOfKey } from '#shared/domain/key-answers.ts'
import { isShrunk } from '#shared/domain/publication.ts'
import { withoutEnding } from '#shared/record/ending.ts'
import type { FeedsContext } from '../env.ts'
import { isOpened, openFeed } from '../open-feed.ts'
import { respondText } from '../respond-text.ts'
import { textStream } from '../text-stream.ts'

/** Members that are read from the database at a time. */
const page = 5000

/**
 * Who is on a list, an address and a name a line, for Sympa's `include_remote_file` and whatever else pulls text. Sympa keeps its members when
 * it hears 503, and takes everybody off when it hears nothing: so a list is never empty, nor shorter by more than a fifth at once.
 */
export async function serveList(context: FeedsContext): Promise<Response> {
  const { DB } = context.env
  const list = withoutEnding(context.req.param('file') ?? '', '.txt')
  if (!context.var.movement.lists.some(({ key }) => key === list)) return respondText(404, 'No such list.')
  const access = await openFeed(context, `${listPurpose}${list}`, 'key')
  if (!isOpened(access)) return access
  const asked = { list, regions: access.regions, answers: answersOfKey(access.answers) }
  const { counts, members } = await ask(DB, {
    counts: countMembers(DB, { ...asked, key: access.key ?? 0 }),
    members: listMembers(DB, asked, { after: 0, limit: page }),
  })
  const wait = { 'retry-after': '3600' }
  if (counts.now === 0) return respondText(503, 'Nobody is on this list: it is never given empty.', wait)
  if (isShrunk({ before: counts.before ?? 0, now: counts.now }, true))
    return respondText(503, 'Held back: far fewer members than before. The team has been told.', wait)
  return new Response(textStream(write(context, asked, members)), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}

async function* write(
  { env: { DB } }: FeedsContext,
  asked: Parameters<typeof listMembers>[1],
  first: ListMember[],
): AsyncGenerator<string> {
  for (let members = first; ; ) {
    yield members.map(lineOf).join('')
    if (members.length < page) return
    const after = members.at(-1)?.id ?? 0
    members = (await ask(DB, { members: listMembers(DB, asked, { after, limit: page }) })).members
  }
}

/** A name is on one line whatever is in it, or it would be an address of its own. */
function lineOf({ email, name }: ListMember): string {
  return `${`${email} ${name.replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')}`.trim()}\n`
}
