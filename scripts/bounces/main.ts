import type { D1Database } from '@cloudflare/workers-types'
import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { countKnown, takeReports } from '#shared/db/reports.ts'
import { areHardlyOurs, type MailReport } from '#shared/domain/report.ts'
import { readReports } from '#shared/mail/report/read-reports.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { readBouncesUrl, readMailbox } from './mailbox.ts'
import { readMessages } from './messages.ts'

const options = { remote: { type: 'boolean' } } as const

/** Reports that are written down together. */
const chunk = 500

type Count = { messages: number; reports: number; known: number }

/** Takes what came back: from the files that are named, else from the mailbox of `BOUNCES_URL`. */
export async function main(args: string[], _fixed: SomeSettings, now = new Date()): Promise<void> {
  const { values, positionals } = readArguments(args, {
    options,
    most: Number.POSITIVE_INFINITY,
    usage: words.bounces.usage,
  })
  const { BOUNCES_URL } = process.env
  if (positionals.length === 0 && !BOUNCES_URL) throw new Stop(words.bounces.usage)
  const isRemote = values.remote === true
  const count = await (positionals.length === 0
    ? takeMailbox(isRemote, BOUNCES_URL ?? '', now)
    : takeFiles(isRemote, positionals, now))
  console.log(words.bounces.taken(count))
  if (areHardlyOurs({ read: count.reports, known: count.known })) console.log(words.bounces.hardlyOurs)
}

async function takeFiles(isRemote: boolean, paths: readonly string[], now: Date): Promise<Count> {
  let messages = 0
  const reports: MailReport[] = []
  for await (const message of readMessages(paths)) {
    messages += 1
    reports.push(...(await reportsIn(message)))
  }
  const known = await onDatabase(isRemote, (db) => takeAll(db, reports, now))
  return { messages, reports: reports.length, known }
}

/** A message that our reader trips over says so; the others are read all the same, today and the next time. */
async function reportsIn(message: Uint8Array<ArrayBuffer>): Promise<MailReport[]> {
  try {
    return await readReports(message)
  } catch (error) {
    console.error(words.bounces.unread(error instanceof Error ? error.name : 'Error'))
    return []
  }
}

function takeMailbox(isRemote: boolean, bouncesUrl: string, now: Date): Promise<Count> {
  const route = readBouncesUrl(bouncesUrl)
  return onDatabase(isRemote, async (db) => {
    const count: Count = { messages: 0, reports: 0, known: 0 }
    await readMailbox(route, async (messages) => {
      const reports = (await Promise.all(messages.map(reportsIn))).flat()
      count.messages += messages.length
      count.reports += reports.length
      count.known += await takeAll(db, reports, now)
    })
    return count
  })
}

/** Only reports about a mail of ours count: anybody can write one. */
async function takeAll(db: D1Database, reports: readonly MailReport[], now: Date): Promise<number> {
  let known = 0
  for (let from = 0; from < reports.length; from += chunk) {
    const part = reports.slice(from, from + chunk)
    known += await countKnown(db, part)
    await takeReports(db, part, { trusted: false }, now)
  }
  return known
}
