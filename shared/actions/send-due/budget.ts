/** What one run of the sender may use. */
export type Budget = {
  /** Mails that are claimed together. */
  chunk: number
  /**
   * Whether each mail is marked, and recorded, by itself as it leaves. Where statements count, a chunk is marked together, and a crash leaves
   * all of it `unknown`.
   */
  marksEach: boolean
  /** Mails of a run, whatever their queue. */
  mails: number
  /** Statements that a run may make. A chunk that may not fit any more is not claimed. */
  statements: number
  /** Milliseconds after which no message is begun: the cron comes back within a minute. */
  time: number
  /** Milliseconds after which somebody else may take what a sender that went away had claimed: well beyond `time` and the slowest message. */
  lease: number
}

/** Without settings: as much as fits in the time, in chunks as small as keep up with a server next door (`npm run bench:mails`). */
const whole: Omit<Budget, 'lease' | 'marksEach'> = {
  chunk: 16,
  mails: Number.POSITIVE_INFINITY,
  statements: Number.POSITIVE_INFINITY,
  time: 20_000,
}

/** As `wrangler.toml` and the environment have them: texts, or nothing. */
type BudgetSettings = { MAILS_AT_ONCE?: string; MAILS_PER_RUN?: string; STATEMENTS_PER_RUN?: string; RUN_MS?: string }

/** The budget that `wrangler.toml` or the environment sets. @throws when a setting is no number, or leaves nothing to send with. */
export function budgetOf({ MAILS_AT_ONCE, MAILS_PER_RUN, STATEMENTS_PER_RUN, RUN_MS }: BudgetSettings): Budget {
  const time = amount('RUN_MS', RUN_MS, whole.time)
  const statements = amount('STATEMENTS_PER_RUN', STATEMENTS_PER_RUN, whole.statements)
  if (statements < besideChunks + ofChunk)
    throw new Error(`STATEMENTS_PER_RUN is less than ${besideChunks + ofChunk}: no mail could leave`)
  return {
    chunk: amount('MAILS_AT_ONCE', MAILS_AT_ONCE, whole.chunk),
    mails: amount('MAILS_PER_RUN', MAILS_PER_RUN, whole.mails),
    marksEach: statements === Number.POSITIVE_INFINITY,
    statements,
    time,
    lease: time + 100_000,
  }
}

/** The most statements that a tick makes beside its chunks: its settings, its state, its first look, links that were asked for, what was abandoned, what a clock held back, invitations that end, a round's opening, a queue in which nothing is. */
const besideChunks = 22

/**
 * The most statements of a chunk: claim and caps, leaving with links and words, outcomes, addresses that are opened again, addresses that do not exist, or may not,
 * caps given back, what was heard of the server.
 */
const ofChunk = 14

/** The statements of a slice of a step. */
const ofSlice = 5

/** Takes one more slice of a step for this run to write; false when none fits any more. */
export function takeSlice(budget: Budget, run: { chunks: number; slices: number }): boolean {
  const fits = statementsOf(run) + ofSlice <= budget.statements
  if (fits) run.slices += 1
  return fits
}

function statementsOf({ chunks, slices }: { chunks: number; slices: number }): number {
  return besideChunks + chunks * ofChunk + slices * ofSlice
}

/** How many mails a run may claim now, after so many chunks of so many mails. */
export function allowanceOf(budget: Budget, run: { chunks: number; claimed: number; slices: number }): number {
  const fits = statementsOf(run) + ofChunk <= budget.statements
  return fits ? Math.min(budget.mails - run.claimed, budget.chunk) : 0
}

function amount(name: string, value: string | undefined, otherwise: number): number {
  if (!value) return otherwise
  const number = Number(value)
  if (!(number >= 1)) throw new Error(`${name} is no number from 1 on`)
  return number
}
