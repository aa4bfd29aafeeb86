import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { words } from '#scripts/text/text.ts'
import { readMovement } from '#shared/db/settings.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { areaName } from '#shared/text/area-name.ts'
import { settleFeeds } from './settle.ts'

const options = {
  remote: { type: 'boolean' },
  region: { type: 'string', multiple: true },
  answer: { type: 'string', multiple: true },
} as const

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const { values, positionals } = readArguments(args, { options, most: 3, usage: words.feeds.usage })
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  console.log(
    await onDatabase(values.remote === true, async (db) =>
      settleFeeds(
        { db, movement: await readMovement(db, fixed), actor: { kind: 'system' }, now: new Date() },
        positionals,
        { token, regions: values.region?.map(areaName) ?? null, answers: values.answer ?? [] },
      ),
    ),
  )
}
