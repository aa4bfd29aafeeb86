import { readArguments } from '#scripts/arguments.ts'
import { keepServing } from '#scripts/local/keep-serving.ts'
import { readDemoSettings } from '#scripts/local/settings.ts'
import { askedToEnd } from '#scripts/local/signals.ts'
import { words } from '#scripts/text/text.ts'
import { movementOf } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { startDemonstration } from './demonstration.ts'

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  readArguments(args)
  const movement = movementOf(fixed)
  const settings = readDemoSettings(process.env)
  console.log(words.demo.starting)
  const end = new AbortController()
  const asked = askedToEnd(() => process.exit(130)).then(() => end.abort())
  const demonstration = await startDemonstration({ fixed, ...settings }, end.signal)
  if (!demonstration) return void process.exit(130)
  const { relance, mailbox, mails, ahead, stop } = demonstration
  const [coordinator] = movement.coordinators
  console.log(
    words.demo.ready({
      movement: movement.name,
      mails,
      mailboxUrl: mailbox.webUrl,
      url: relance.url,
      coordinator: coordinator?.email ?? '',
      hoursAhead: Math.round(ahead / 3600),
    }),
  )
  await keepServing(relance, asked, stop)
}
