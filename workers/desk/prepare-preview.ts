import { withExample } from '#shared/actions/example-mail.ts'
import { prepare } from '#shared/actions/send-due/prepare.ts'
import { ask } from '#shared/db/ask.ts'
import { groupPage } from '#shared/db/group-page.ts'
import { mailControl } from '#shared/db/mail-control.ts'
import { previewQuestion } from '#shared/db/preview.ts'
import { testPath } from '#shared/domain/link.ts'
import { type MailKind, mailKinds, mailTable } from '#shared/domain/mail.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { MailMessage } from '#shared/mail/message.ts'
import type { Movement } from '#shared/movement.ts'
import type { DeskContext } from './env.ts'

/** Of a link for show: it leads to the page that says so. */
const exampleToken = 'example'

/** Written to the team, whatever the group. */
const teamKinds: readonly MailKind[] = mailKinds.filter((kind) =>
  ['nothing', 'round_end'].includes(mailTable[kind].tells),
)

/** A mail as it is shown; null where there is nobody to write it to. */
type ShownMail = { message: MailMessage; isExample: boolean } | null

/** A mail as it would leave now about a group (its uid), or an example of it; null where there is no such group. One trip. `movement` may be one that is only tried. */
export async function preparePreview(
  context: DeskContext,
  movement: Movement,
  { kind, group }: { kind: MailKind; group: string },
): Promise<{ shown: ShownMail; isPaused: boolean } | null> {
  const { reads, now, session } = context.var
  const address = teamKinds.includes(kind) ? session.coordinator.email : null
  const { page, found, control } = await ask(reads, {
    control: mailControl(reads, now),
    page: groupPage(reads, movement.sections, group, 0),
    found: previewQuestion(reads, { kind, group, address, movement, now }),
  })
  if (!page) return null
  const isPaused = control.pause !== null
  if (!found) return { shown: null, isPaused }
  const { mail, isExample } = withExample(found, {
    group: page,
    coordinator: session.coordinator.name,
    groups: [{ uid: page.uid, name: String(page.record.group[0]?.name) }],
    round: localTime(now, movement.timeZone).day.slice(0, 7),
    now,
  })
  const prepared = prepare(mail, exampleToken, { movement, publicUrl: context.env.PUBLIC_URL + testPath }, now)
  return { shown: 'message' in prepared ? { message: prepared.message, isExample } : null, isPaused }
}
