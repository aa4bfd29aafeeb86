import { showInstant } from '#scripts/text/show-instant.ts'
import { language, words } from '#scripts/text/text.ts'
import { ask } from '#shared/db/ask.ts'
import { mailControl } from '#shared/db/mail-control.ts'
import { listOrphans, listReaders, listWaiting, type Reader } from '#shared/db/owed-list.ts'
import { readSenderState } from '#shared/db/rounds.ts'
import { comingSteps } from '#shared/domain/sequence.ts'
import { kindName } from '#shared/mail/kinds.ts'
import type { MailsContext } from './mails-context.ts'

/** Who would get what, and why not the others: what waits in the outbox, then the next step as if it were taken now. */
export async function dryRun(context: MailsContext): Promise<string> {
  const { db, movement, now } = context
  const { last } = await readSenderState(db, now)
  const [next] = comingSteps(last, now, movement, 1)
  const asked = { round: next?.round ?? '', step: next?.name ?? ('invitation' as const), writesTo: movement.writesTo }
  const { control, waiting, readers, orphans } = await ask(db, {
    control: mailControl(db, now),
    waiting: listWaiting(db),
    readers: listReaders(db, asked),
    orphans: listOrphans(db, movement.writesTo),
  })
  const { pause, redirect } = control
  const lines = [
    words.mails.nothingSent,
    ...(pause ? [words.mails.pausedSince(showInstant(pause.since, movement), pause.words)] : []),
    ...(redirect ? [words.mails.redirected(showInstant(redirect.since, movement), redirect.address)] : []),
    ...section(
      words.mails.inOutbox(waiting.length),
      waiting.map(({ to, address, kind, dueAt }) => [
        mailbox(to, address),
        kindName(kind, language, movement),
        showInstant(dueAt, movement),
      ]),
    ),
  ]
  if (!next) return [...lines, '', words.calendar.nothing].join('\n')
  const when = `${showInstant(next.dueAt, movement)}, ${words.calendar.step[next.kind]}`
  return [...lines, '', words.mails.nextStep(when), ...stepLines(context, next.kind, readers, orphans)].join('\n')
}

function stepLines(
  { movement }: MailsContext,
  kind: string,
  readers: readonly Reader[],
  orphans: readonly string[],
): string[] {
  if (kind === 'silent_groups') {
    const team = movement.coordinators.map(({ name, email }) => [mailbox(name, email)])
    return section(words.mails.wouldGet(team.length), team)
  }
  const byName = [...readers].sort((a, b) => a.name.localeCompare(b.name))
  const stops = byName.map((reader) => ({ reader, why: whyNot(reader) }))
  const owed = stops.filter(({ why }) => why === null)
  const others = stops.filter(({ why }) => why !== null)
  return [
    ...section(
      words.mails.wouldGet(owed.length),
      owed.map(({ reader }) => [
        mailbox(reader.name, reader.email),
        reader.groups
          .filter(({ stop }) => stop === null)
          .map(({ name }) => name)
          .join(', '),
      ]),
    ),
    ...section(
      words.mails.wouldNot(others.length),
      others.map(({ reader, why }) => [mailbox(reader.name, reader.email), why ?? '']),
    ),
    ...section(
      words.mails.orphans(orphans.length),
      orphans.map((name) => [name]),
    ),
  ]
}

/** What keeps somebody from a mail; null when nothing does. */
function whyNot({ email, mail, suppression, groups }: Reader): string | null {
  if (mail) return words.mails.hasMail(words.mails.state[mail])
  if (email === null) return words.mails.noAddress
  if (suppression) return words.mails.suppressed[suppression.reason](suppression.since)
  if (groups.some(({ stop }) => stop === null)) return null
  return groups.map(({ name, stop }) => words.mails.ofGroup(name, words.mails.stop[stop ?? 'answered'])).join(', ')
}

function mailbox(name: string, address: string | null): string {
  if (address === null) return name
  return name === '' ? address : `${name} <${address}>`
}

/** A title and its lines, in columns; nothing when there is nothing to list. */
function section(title: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return ['', title]
  const width = Math.min(60, Math.max(...rows.map(([first = '']) => first.length)))
  return ['', title, ...rows.map(([first = '', ...rest]) => `  ${[first.padEnd(width), ...rest].join('  ').trimEnd()}`)]
}
