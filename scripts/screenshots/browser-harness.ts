import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRelance } from '#hosts/node/relance.ts'
import type { Relance } from '#hosts/relance.ts'
import fixed from '#sample/movement.config.ts'
import movement from '#sample/movement.ts'
import { playReplies } from '#sample/past/past.ts'
import { importSample, playMonthsBefore } from '#scripts/demo/fill.ts'
import { type Mailbox, startMailbox } from '#scripts/mailbox/mailbox.ts'
import { roundOf } from '#shared/domain/round.ts'

/** The sample movement on the day a round opens, and nine days later. Each act goes on from the one before. */
export const acts = ['opening', 'midway'] as const
export type Act = (typeof acts)[number]

const month = '2026-12'
const clocks: Record<Act, string> = { opening: '2026-12-01T09:30:00+01:00', midway: '2026-12-10T18:00:00+01:00' }
const morning = new Date('2026-12-01T08:00:00+01:00')
/** Rounds that were played before. */
const index = 7

export type BrowserHarness = {
  relance: Relance
  mailbox: Mailbox
  folder: string
  /** Where its pages are, whatever its mails say. */
  origin: string
  play: (act: Act) => Promise<void>
  stop: () => Promise<void>
}

/** The product on the sample movement, always the same: a round after half a year of others, with real mails in a mailbox. */
export async function startBrowserHarness(): Promise<BrowserHarness> {
  const folder = await mkdtemp(join(tmpdir(), 'relance-screenshots-'))
  const mailbox = await startMailbox({ smtpPort: 0, webPort: 0 })
  const relance = await startRelance({
    folder,
    port: 0,
    fixed,
    isQuiet: true,
    mailUrl: mailbox.smtpUrl,
    clock: clocks.opening,
    // What people would see at the foot of a mail
    publicUrl: 'https://maj.archipel.example.org',
    vars: { READING_MS: '0', SUBMISSIONS_PER_HOUR: '1000000000' },
  })
  const directions: Record<Act, () => Promise<void>> = {
    opening: async () => {
      await importSample(relance.db, movement, morning)
      await playMonthsBefore(relance.db, movement, morning)
      // The sender is there before the round: it opens it by itself
      await relance.tick(morning)
      await relance.tick(new Date(clocks.opening))
    },
    midway: async () => {
      await relance.setClock(clocks.midway)
      const now = new Date(clocks.midway)
      const round = roundOf(month, movement)
      if (!round) throw new Error(`${month} has a round`)
      await relance.db.batch(playReplies(relance.db, { round, index, movement, now }))
      await relance.tick(now)
    },
  }
  return {
    relance,
    mailbox,
    folder,
    origin: `http://localhost:${relance.port}`,
    play: (act) => directions[act](),
    stop: async () => {
      await relance.stop()
      await mailbox.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
