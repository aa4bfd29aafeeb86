import { type DueMails, findDueMails } from '#shared/db/health.ts'
import { storageFault } from '#shared/db/storage-fault.ts'
import { logFault } from '#workers/log-fault.ts'
import type { FormsContext } from './env.ts'

const minute = 60_000
/** Beyond these something is wrong: what somebody asked for leaves within a minute, the rest waits for the day and may be long. */
const patience = { asked: 30 * minute, others: 36 * 60 * minute, cron: 10 * minute }
/** Bytes: with less, the next import or backup may not fit. */
const leastFree = 100 * 2 ** 20

/** For monitors: whether the database answers, mails leave, the cron runs and the disk has room. Nothing personal: no names, counts or addresses. */
export async function showHealth(context: FormsContext): Promise<Response> {
  const { now } = context.var
  const [database, due] = await lookAtDatabase(context)
  const host = (await context.env.HOST_HEALTH?.()) ?? null
  const mails = due && mailHealth(due, now)
  const cron = host && { last: iso(host.lastRun), ok: isRecent(host.lastRun ?? host.since, now, patience.cron) }
  const disk = host && host.freeBytes !== null && { freeBytes: host.freeBytes, ok: host.freeBytes >= leastFree }
  // What mended itself is for coordinators, and wakes nobody
  const machine = host && { troubles: host.troubles, ok: host.troubles.every((kind) => kind === 'lock') }
  const parts = {
    database,
    ...(mails && { mails }),
    ...(cron && { cron }),
    ...(disk && { disk }),
    ...(machine && { machine }),
  }
  const isWell = Object.values(parts).every(({ ok }) => ok)
  const body = { status: isWell ? 'ok' : 'trouble', ...parts }
  return isWell ? context.json(body) : context.json(body, 503, { 'retry-after': '60' })
}

async function lookAtDatabase({
  env,
  var: { now },
}: FormsContext): Promise<[{ ok: boolean; fault?: string }, DueMails | null]> {
  try {
    return [{ ok: true }, await findDueMails(env.DB, now)]
  } catch (error) {
    if (!(error instanceof Error) || storageFault(error) === null) throw error
    logFault(error)
    return [{ ok: false, fault: storageFault(error) ?? '' }, null]
  }
}

function mailHealth({ asked, others, isPaused }: DueMails, now: Date) {
  const isLate = !isRecent(asked, now, patience.asked) || !isRecent(others, now, patience.others)
  const oldest = [asked, others].filter((due) => due !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null
  return { oldestDue: iso(oldest), paused: isPaused, ok: isPaused || !isLate }
}

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null
const isRecent = (instant: Date | null, now: Date, within: number) =>
  instant === null || now.getTime() - instant.getTime() <= within
