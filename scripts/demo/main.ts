import { readArguments } from '#scripts/arguments.ts'
import { superviseServer } from '#scripts/local/keep-serving.ts'
import { readDemoSettings } from '#scripts/local/settings.ts'
import { askedToEnd } from '#scripts/local/signals.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { movementOf } from '#shared/movement.ts'
import { startDemonstration } from './demonstration.ts'
import { sampleMovements, usualSample } from './sample-movements.ts'

export async function main(args: string[]): Promise<void> {
  const usage = words.demo.usage(Object.keys(sampleMovements))
  const { positionals } = readArguments(args, { most: 1, usage })
  const sample = sampleMovements[positionals[0] ?? usualSample]
  if (!sample) throw new Stop(usage)
  const movement = movementOf(sample.fixed)
  const settings = readDemoSettings(process.env)
  console.log(words.demo.starting)
  const end = new AbortController()
  const asked = askedToEnd(() => process.exit(130)).then(() => end.abort())
  const demonstration = await startDemonstration({ ...sample, ...settings }, end.signal)
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
  await superviseServer(relance, asked, stop)
}
