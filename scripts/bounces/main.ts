import { parseArgs } from 'node:util'
import type { D1Database } from '@cloudflare/workers-types'
import { onDatabase } from '#scripts/database.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { countKnown, insertReports } from '#shared/db/reports.ts'
import type { MailReport } from '#shared/domain/report.ts'
import { readReports } from '#shared/mail/read-report.ts'
import { readMessages } from './messages.ts'

const options = { remote: { type: 'boolean' } } as const

/** Reports that are written down together. */
const chunk = 500

export async function main(args: string[], now = new Date()): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: false })
  if (positionals.length === 0) throw new Stop(words.bounces.usage)
  let messages = 0
  const reports: MailReport[] = []
  for await (const message of readMessages(positionals)) {
    messages += 1
    reports.push(...(await readReports(message)))
  }
  const known = await onDatabase(values.remote === true, (db) => takeAll(db, reports, now))
  console.log(words.bounces.taken({ messages, reports: reports.length, known }))
}

/** Only reports about a mail of ours count: anybody can write one. */
async function takeAll(db: D1Database, reports: readonly MailReport[], now: Date): Promise<number> {
  let known = 0
  for (let from = 0; from < reports.length; from += chunk) {
    const part = reports.slice(from, from + chunk)
    known += await countKnown(db, part)
    await db.batch(insertReports(db, part, { trusted: false }, now))
  }
  return known
}
