import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { readMovement } from '#shared/db/settings.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { checkServer } from './check.ts'
import { beginRedirect, left, pause, resume, showControl, stopRedirect } from './control.ts'
import { dryRun } from './dry-run.ts'
import { preview } from './preview.ts'
import { sendTest } from './test-mail.ts'

const options = {
  'dry-run': { type: 'boolean' },
  preview: { type: 'string' },
  html: { type: 'boolean' },
  test: { type: 'string' },
  check: { type: 'boolean' },
  pause: { type: 'boolean' },
  resume: { type: 'boolean' },
  left: { type: 'boolean' },
  redirect: { type: 'string' },
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
      const context = { db, movement, now }
      if (values['dry-run']) return dryRun(context)
      if (values.preview !== undefined) return preview(context, values.preview, group, values.html === true)
      if (values.test !== undefined) return sendTest(context, values.test, group)
      if (values.check) return checkServer(context)
      if (values.pause) return pause(context, group)
      if (values.resume) return resume(context)
      if (values.left) return left(context)
      if (values.redirect === 'on') return beginRedirect(context, group)
      if (values.redirect === 'off') return stopRedirect(context, values.send ? 'send' : values.drop ? 'drop' : null)
      if (values.redirect !== undefined) throw new Stop(words.mails.usage)
      return showControl(context)
    }),
  )
}
