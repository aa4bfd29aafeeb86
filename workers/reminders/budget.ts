/** What one run of the sender may use. */
export type Budget = {
  /** Mails that are claimed, and recorded, together: those that a crash may leave `unknown`. */
  chunk: number
  /** Chunks of a run, whatever their queue. One is five statements, and a run on the free plan may make fifty in all. */
  chunks: number
  /** Milliseconds after which no letter is begun: the cron comes back within a minute. */
  time: number
  /** Milliseconds after which somebody else may take what a sender that went away had claimed: well beyond `time` and the slowest letter. */
  lease: number
}

export const budget: Budget = { chunk: 30, chunks: 7, time: 20_000, lease: 120_000 }
