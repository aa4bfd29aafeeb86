import type { D1Database } from '@cloudflare/workers-types'
import { type Lease, type Outcome, updateLeaving, updateOutcomes } from '#shared/db/sending.ts'

/**
 * What the database is told of mails while they leave. One that was marked as leaving and of which no outcome is written may have arrived: a
 * sender that is killed leaves it `unknown`.
 */
export type Leaving = {
  /** Marks a mail; false when it may not leave any more, or the database could not be asked. */
  mayLeave: (mail: number) => Promise<boolean>
  /** Keeps what became of a mail until the next mark, which writes it too. */
  settled: (outcome: Outcome) => void
  /** Whether what became of a mail is written already. */
  isWritten: (mail: number) => boolean
  /** Why the database could not be asked, if it could not. */
  fault: () => unknown
}

/** Milliseconds in which other connections may come to the same write: each is written to the disk before anything goes on. */
const gathering = 2

/**
 * Marks each mail just before it cannot be taken back, and writes what became of the one before: at most one mail for each connection is in
 * doubt at any time. What several connections ask for while the database writes goes together in one transaction.
 */
export function markEach(db: D1Database, lease: Lease, now: Date): Leaving {
  const written = new Set<number>()
  let marks: number[] = []
  let outcomes: Outcome[] = []
  let fault: unknown = null
  let last: Promise<unknown> = Promise.resolve()
  let next: Promise<ReadonlySet<number>> | null = null

  const write = async (): Promise<ReadonlySet<number>> => {
    const [marking, writing] = [marks, outcomes]
    marks = []
    outcomes = []
    try {
      const results = await db.batch<{ id: number }>([
        updateLeaving(db, marking, lease, now),
        ...(writing.length > 0 ? [updateOutcomes(db, writing, lease, now)] : []),
      ])
      for (const { mail } of writing) written.add(mail)
      return new Set(results[0]?.results.map(({ id }) => id))
    } catch (error) {
      // Nobody's message leaves without its mark; the outcomes are written at the end
      fault = error
      return new Set()
    }
  }
  const inTurn = async () => {
    await last
    await new Promise((done) => setTimeout(done, gathering))
    next = null
    return write()
  }
  return {
    mayLeave: async (mail) => {
      marks.push(mail)
      next ??= inTurn()
      last = next
      return (await next).has(mail)
    },
    settled: (outcome) => outcomes.push(outcome),
    isWritten: (mail) => written.has(mail),
    fault: () => fault,
  }
}

/** Mails that were marked together before the first of them left, where each statement counts. */
export function markedTogether(marked: ReadonlySet<number>): Leaving {
  return {
    mayLeave: async (mail) => marked.has(mail),
    settled: () => undefined,
    isWritten: () => false,
    fault: () => null,
  }
}
