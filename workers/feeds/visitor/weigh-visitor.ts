import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { countSubmission, countSubmissions, hourOf } from '#shared/db/submissions.ts'
import { linkKey, sign } from '#shared/domain/link.ts'
import { placeOf } from '#workers/place-of.ts'
import type { FeedsContext } from '../env.ts'
import { isProof } from './proof.ts'

/** How often one place of the network may write to us in an hour. */
const perHour = 10
/** Nobody fills in a form in less, in milliseconds. */
const readingTime = 3000

/** Whether a page was sent so soon that nobody can have read it. */
export function isTooSoon({ env, var: { now } }: FeedsContext, madeAt: Date): boolean {
  return now.getTime() - madeAt.getTime() < Number(env.READING_MS ?? readingTime)
}

/** `isProven`: their browser has worked for this page, by `proof`. `counts` keep that, and how often their place wrote; to be written with what they send. */
export type WeighedVisitor = {
  isProven: boolean
  proof: string | null
  isBusy: boolean
  counts: D1PreparedStatement[]
}

type SentPage = { madeAt: Date; page: string; proof: string }

/** What tells a visitor from a robot, without asking them to look at pictures: their browser's work, and how often their place of the network writes. */
export async function weighVisitor(context: FeedsContext, sent: SentPage): Promise<WeighedVisitor> {
  const { env, var: variables } = context
  const proof = (await isFreshProof(context, sent)) ? await signed(context, `proof:${sent.page}`) : null
  const isProven = proof !== null && (await countSubmissions(env.DB, proof, variables.now)) === 0
  const place = await signed(context, `enquirer:${placeOf({ req: context.req, env })}`)
  const before = await countSubmissions(env.DB, place, variables.now)
  const counts = [
    ...countSubmission(env.DB, { client: place, before }, variables.now),
    ...(isProven ? countSubmission(env.DB, { client: proof, before: 1 }, variables.now) : []),
  ]
  return { isProven, proof, isBusy: before >= perHour, counts }
}

/** What presses are counted by, as nobody can turn it back. */
async function signed({ env }: FeedsContext, what: string): Promise<string> {
  return sign(await linkKey(env.LINK_SECRET), what)
}

/** Whether a browser has just worked for this page: what one has worked for is good for one message, within the hour for which that is counted. */
async function isFreshProof({ var: { now } }: FeedsContext, { madeAt, page, proof }: SentPage): Promise<boolean> {
  return hourOf(madeAt) === hourOf(now) && (await isProof(page, proof))
}
