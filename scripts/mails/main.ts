import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { readMovement } from '#shared/db/settings.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { checkServer } from './check.ts'
import { brake, endTrial, left, release, showControl, startTrial } from './control.ts'
import { dryRun } from './dry-run.ts'
import { preview } from './preview.ts'
import { sendTest } from './test-mail.ts'

const options = {
  'dry-run': { type: 'boolean' },
  preview: { type: 'string' },
  html: { type: 'boolean' },
  test: { type: 'string' },
  check: { type: 'boolean' },
  brake: { type: 'boolean' },
  release: { type: 'boolean' },
  left: { type: 'boolean' },
  trial: { type: 'string' },
  send: { type: 'boolean' },
  drop: { type: 'boolean' },
  remote: { type: 'boolean' },
} as const

export async function main(args: string[], fixed: SomeSettings, now = new Date()): Promise<void> {
  const { values, positionals } = readArguments(args, {
    options,
    most: Number.POSITIVE_INFINITY,
    usage: words.mails.usage,
  })
  const group = positionals.join(' ')
  console.log(
    await onDatabase(values.remote === true, async (db) => {
      const movement = await readMovement(db, fixed)
      const desk = { db, movement, now }
      if (values['dry-run']) return dryRun(desk)
      if (values.preview !== undefined) return preview(desk, values.preview, group, values.html === true)
      if (values.test !== undefined) return sendTest(desk, values.test, group)
      if (values.check) return checkServer(desk)
      if (values.brake) return brake(desk, group)
      if (values.release) return release(desk)
      if (values.left) return left(desk)
      if (values.trial === 'on') return startTrial(desk, group)
      if (values.trial === 'off') return endTrial(desk, values.send ? 'send' : values.drop ? 'drop' : null)
      if (values.trial !== undefined) throw new Stop(words.mails.usage)
      return showControl(desk)
    }),
  )
}
