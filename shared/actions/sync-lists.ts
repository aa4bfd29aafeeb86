import type { D1Database } from '@cloudflare/workers-types'
import { ask } from '#shared/db/ask.ts'
import { adoptEntries, countChanges, keepEntry, type ListChange, nextChanges } from '#shared/db/list-changes.ts'
import { beginReading, keepPage } from '#shared/db/list-look.ts'
import {
  claimSync,
  endLook,
  ensureSync,
  holdSync,
  keepTrouble,
  type ListSync,
  pauseLook,
} from '#shared/db/list-sync.ts'
import { ensurePublication } from '#shared/db/publication.ts'
import {
  isTrouble,
  type ListProgram,
  lookInterval,
  type ProgramTrouble,
  pauseAfterTrouble,
} from '#shared/domain/list-program.ts'
import { isShrunk } from '#shared/domain/publication.ts'
import type { Movement } from '#shared/movement.ts'
import { leaveList } from './leave-list.ts'

/** What keeping lists up to date is given. */
export type Syncing = {
  db: D1Database
  movement: Movement
  clock: () => Date
  /** The list in its program, by how the settings name it; null where this installation does not know the program. */
  open: (program: string) => ListProgram | null
  /** How many calls a run may make. */
  most: number
}

/** How long whoever works on a list has, in milliseconds. */
const lease = 600_000
/** Changes that are read at a time. */
const page = 50
/** The longest that a program may ask to be left alone, in milliseconds. */
const longestPause = 86_400_000

/** Keeps each list that the settings keep in another program as it is here, both ways. Any number of runs may work at once, and each may end at any moment. */
export async function syncLists(syncing: Syncing): Promise<{ calls: number }> {
  const { db, movement, clock, most } = syncing
  const kept = movement.lists.flatMap(({ key, keptIn }) => (keptIn ? [{ key, keptIn }] : []))
  if (kept.length === 0) return { calls: 0 }
  // Where no feed is open, *Today* hears of a list that fails all the same
  await db.batch([
    ensurePublication(db, clock()),
    ...kept.flatMap(({ key, keptIn }) => ensureSync(db, key, keptIn, clock())),
  ])
  const run = { left: most }
  for (const { key, keptIn } of kept) {
    const program = syncing.open(keptIn)
    if (!program || run.left <= 0) continue
    const now = clock()
    const sync = await claimSync(db, key, new Date(now.getTime() + lease), now)
    if (sync) await syncList(syncing, { sync, program, run })
  }
  return { calls: most - run.left }
}

type Work = { sync: ListSync; program: ListProgram; run: { left: number } }

async function syncList(syncing: Syncing, work: Work): Promise<void> {
  const { db, clock } = syncing
  const { list, begunAt, isAccepted, failures } = work.sync
  const after = (milliseconds: number) => new Date(clock().getTime() + milliseconds)
  const stopped =
    (await readAll(syncing, work)) ?? (await holdBack()) ?? (begunAt ? await changeAll(syncing, work) : null)
  if (stopped === 'held') return
  if (stopped === 'enough') return void (await pauseLook(db, list, clock()).run())
  if (stopped) {
    const asked = Math.min((stopped.retryAfter ?? 0) * 1000, longestPause)
    const next = after(Math.max(asked, stopped.trouble === 'busy' ? 1000 : pauseAfterTrouble(failures)))
    return void (await keepTrouble(db, list, { trouble: stopped.trouble, next }, clock()).run())
  }
  await endLook(db, list, after(lookInterval), clock()).run()

  async function holdBack(): Promise<'held' | null> {
    if (!begunAt) return null
    await db.batch(adoptEntries(db, list))
    const { figures } = await ask(db, { figures: countChanges(db, list, clock()) })
    const { placed, placedHere, stay } = figures
    const here = { before: placed, now: placedHere }
    const there = { before: placedHere, now: stay }
    const isEmptied = placed > 0 && placedHere === 0
    const held = isShrunk(here, false) || isEmptied ? here : isShrunk(there, false) ? there : null
    if (!held || (isAccepted && !isEmptied)) return null
    const next = after(lookInterval)
    await holdSync(db, list, { ...held, next }, clock()).run()
    return 'held'
  }
}

type Stop = ProgramTrouble | 'enough' | null

/** Reads who is there, from where the last run stopped. */
async function readAll({ db, clock }: Syncing, { sync, program, run }: Work): Promise<Stop> {
  for (let page = sync.nextPage; page !== null; ) {
    if (run.left <= 0) return 'enough'
    run.left--
    const answer = await program.readPage(page)
    if (isTrouble(answer)) return answer
    const begun = page === '' ? beginReading(db, sync.list) : []
    await db.batch([...begun, ...keepPage(db, sync.list, answer, clock())])
    page = answer.next
  }
  return null
}

/** Does what is to be done, one address after another: what is refused of one stops no other. */
async function changeAll(syncing: Syncing, work: Work): Promise<Stop> {
  const { db, clock } = syncing
  for (;;) {
    const { changes } = await ask(db, { changes: nextChanges(db, work.sync.list, page, clock()) })
    if (changes.length === 0) return null
    for (const change of changes) {
      if (work.run.left <= 0) return 'enough'
      work.run.left--
      const stopped = await changeOne(syncing, work, change)
      if (stopped) return stopped
    }
  }
}

async function changeOne(syncing: Syncing, { sync, program }: Work, change: ListChange): Promise<Stop> {
  const { db, clock } = syncing
  const { list } = sync
  const { address, name, isAgain } = change
  const keep = (end: 'there' | 'gone' | 'left' | 'refused') => keepEntry(db, list, address, end, clock()).run()
  if (change.action === 'take_off') {
    const answer = await program.remove(address)
    if (isTrouble(answer)) return answer
    await keep(answer === 'done' ? 'gone' : 'refused')
    return null
  }
  // A page that moved while it was read may have left somebody out: whoever seems to have left is looked for
  const answer =
    change.action === 'left' ? await program.find(address) : await program.add({ email: address, name }, isAgain)
  if (isTrouble(answer)) return answer
  if (answer === 'barred' || answer === 'absent') await takeLeaving(syncing, list, { address, answer })
  else await keep(answer === 'refused' ? 'refused' : 'there')
  return null
}

async function takeLeaving(
  { db, movement, clock }: Syncing,
  list: string,
  { address, answer }: { address: string; answer: 'barred' | 'absent' },
): Promise<void> {
  const now = clock()
  const alongside = { statements: [keepEntry(db, list, address, 'left', now)] }
  const reason = answer === 'barred' ? 'unsubscribed' : 'left_there'
  await leaveList({ db, movement, actor: { kind: 'system' }, now, alongside }, { list, address, reason })
}
