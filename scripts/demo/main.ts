import { readArguments } from '#scripts/arguments.ts'
import { superviseServer } from '#scripts/local/keep-serving.ts'
import { readDemoSettings } from '#scripts/local/settings.ts'
import { askedToEnd } from '#scripts/local/signals.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { localTime } from '#shared/domain/zone.ts'
import { movementOf } from '#shared/movement.ts'
import { secondsUntilMorning } from './clock.ts'
import { startDemonstration } from './demonstration.ts'
import { sampleMovements, usualSample } from './sample-movements.ts'

const options = { day: { type: 'string' } } as const

export async function main(args: string[]): Promise<void> {
  const usage = words.demo.usage(Object.keys(sampleMovements))
  const { values, positionals } = readArguments(args, { options, most: 1, usage })
  const sample = sampleMovements[positionals[0] ?? usualSample]
  if (!sample) throw new Stop(usage)
  const movement = movementOf(sample.fixed)
  const settings = readDemoSettings(process.env)
  const chosen = values.day === undefined ? undefined : secondsUntilMorning(values.day, new Date(), movement)
  if (chosen === null) throw new Stop(words.demo.dayPast(values.day ?? ''))
  console.log(words.demo.starting)
  const end = new AbortController()
  const asked = askedToEnd(() => process.exit(130)).then(() => end.abort())
  const demonstration = await startDemonstration(
    { ...sample, ...settings, ...(chosen === undefined ? {} : { ahead: chosen }) },
    end.signal,
  )
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
      hoursAhead: chosen === undefined ? Math.round(ahead / 3600) : 0,
      day: chosen === undefined ? null : localTime(new Date(Date.now() + ahead * 1000), movement.timeZone).day,
    }),
  )
  await superviseServer(relance, asked, stop)
}
