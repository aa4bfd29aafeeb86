import { parseArgs } from 'node:util'
import movement from '#movement'
import { onDatabase } from '#scripts/database.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { brake, endTrial, release, showControl, startTrial } from './control.ts'
import { dryRun } from './dry-run.ts'
import { preview } from './preview.ts'
import { sendTest } from './test-mail.ts'

const options = {
  'dry-run': { type: 'boolean' },
  preview: { type: 'string' },
  html: { type: 'boolean' },
  test: { type: 'string' },
  brake: { type: 'boolean' },
  release: { type: 'boolean' },
  trial: { type: 'string' },
  send: { type: 'boolean' },
  drop: { type: 'boolean' },
  remote: { type: 'boolean' },
} as const

export async function main(args: string[], now = new Date()): Promise<void> {
  const { values, rest } = readArguments(args)
  const group = rest.join(' ')
  console.log(
    await onDatabase(values.remote === true, (db) => {
      const desk = { db, movement, now }
      if (values['dry-run']) return dryRun(desk)
      if (values.preview !== undefined) return preview(desk, values.preview, group, values.html === true)
      if (values.test !== undefined) return sendTest(desk, values.test, group)
      if (values.brake) return brake(desk, group)
      if (values.release) return release(desk)
      if (values.trial === 'on') return startTrial(desk, group)
      if (values.trial === 'off') return endTrial(desk, values.send ? 'send' : values.drop ? 'drop' : null)
      if (values.trial !== undefined) throw new Stop(words.mails.usage)
      return showControl(desk)
    }),
  )
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values, rest: positionals }
  } catch (error) {
    if (error instanceof TypeError) throw new Stop(words.mails.usage)
    throw error
  }
}
