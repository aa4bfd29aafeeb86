import type { D1Database } from '@cloudflare/workers-types'
import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { explainSettings } from './explain.ts'
import { setSettings, unsetSettings } from './set.ts'
import { showSettings } from './show.ts'

const options = { remote: { type: 'boolean' } } as const

export async function main(args: string[], fixed: SomeSettings, now = new Date()): Promise<void> {
  const { values, positionals } = readArguments(args, {
    options,
    most: Number.POSITIVE_INFINITY,
    usage: words.movementSettings.usage,
  })
  const [action = 'show', ...rest] = positionals
  const work = (db: D1Database) => {
    if (action === 'explain') return explainSettings(rest)
    if (action === 'show') return showSettings(db, fixed, rest)
    if (action === 'set' && rest.length > 0 && rest.length % 2 === 0)
      return setSettings({ db, fixed, now }, inPairs(rest))
    if (action === 'unset' && rest.length > 0) return unsetSettings({ db, fixed, now }, rest)
    throw new Stop(words.movementSettings.usage)
  }
  console.log(await onDatabase(values.remote === true, async (db) => work(db)))
}

function inPairs(texts: readonly string[]): [key: string, text: string][] {
  return texts.flatMap((key, index): [string, string][] => (index % 2 === 0 ? [[key, texts[index + 1] ?? '']] : []))
}
