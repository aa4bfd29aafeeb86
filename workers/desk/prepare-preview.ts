import { withExample } from '#shared/actions/example-mail.ts'
import { prepare } from '#shared/actions/send-due/prepare.ts'
import type { GroupPage } from '#shared/db/group-page.ts'
import { findPreview } from '#shared/db/preview.ts'
import { type MailKind, mailKinds, mailTable } from '#shared/domain/mail.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { MailMessage } from '#shared/mail/message.ts'
import type { Movement } from '#shared/movement.ts'
import type { DeskContext } from './env.ts'

/** A link for show: it opens the page that says that it does not work. */
const exampleToken = 'example'

/** Written to the team, whatever the group. */
const teamKinds: readonly MailKind[] = mailKinds.filter((kind) =>
  ['nothing', 'round_end'].includes(mailTable[kind].tells),
)

/** A mail as it would leave now about a group, or an example of it; null when there is nobody to write it to. `movement` may be one that is only tried. */
export async function preparePreview(
  context: DeskContext,
  movement: Movement,
  { kind, page }: { kind: MailKind; page: Pick<GroupPage, 'uid' | 'record'> },
): Promise<{ message: MailMessage; isExample: boolean } | null> {
  const { reads, now, session } = context.var
  const address = teamKinds.includes(kind) ? session.coordinator.email : null
  const found = await findPreview(reads, { kind, group: page.uid, address, movement })
  if (!found) return null
  const { mail, isExample } = withExample(found, {
    group: page,
    coordinator: session.coordinator.name,
    groups: [{ uid: page.uid, name: String(page.record.group[0]?.name) }],
    round: localTime(now, movement.timeZone).day.slice(0, 7),
    now,
  })
  const prepared = prepare(mail, exampleToken, { movement, publicUrl: context.env.PUBLIC_URL }, now)
  return 'message' in prepared ? { message: prepared.message, isExample } : null
}
