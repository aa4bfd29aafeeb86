import { Stop } from '#scripts/run.ts'
import { language, words } from '#scripts/text/text.ts'
import { withExample } from '#shared/actions/example-mail.ts'
import { prepare } from '#shared/actions/send-due/prepare.ts'
import { ask } from '#shared/db/ask.ts'
import { groupPage } from '#shared/db/group-page.ts'
import { listGroupNames } from '#shared/db/known-groups.ts'
import { findPreview } from '#shared/db/preview.ts'
import { linkPath } from '#shared/domain/link.ts'
import { isMailKind, type MailKind, mailKinds, mailTable } from '#shared/domain/mail.ts'
import { localTime } from '#shared/domain/zone.ts'
import { kindName } from '#shared/mail/kinds.ts'
import type { MailMessage } from '#shared/mail/message.ts'
import { findNamed, groupIndex, nearGroups } from '#shared/sheet/group-index.ts'
import type { MailsContext } from './mails-context.ts'

/** A link for show: it opens the page that says that it does not work. */
const exampleToken = 'example'
const publicUrlHere = () => process.env.PUBLIC_URL ?? 'http://localhost:8787'

/** Where an example would let its reader unsubscribe. */
export function exampleUnsubscribe(): string {
  return publicUrlHere() + linkPath.unsubscribe(exampleToken)
}

/** Any mail for any group, as it would leave now: its text, or its page. One that has nothing to tell yet is an example, and says so. */
export async function preview(context: MailsContext, kind: string, group: string, asPage: boolean): Promise<string> {
  if (!isMailKind(kind))
    throw new Stop(words.mails.kinds(mailKinds.map((one) => [one, kindName(one, language, context.movement)])))
  const { message, isExample } = await writePreview(context, kind, group, null)
  const { subject, html, text, to } = message
  if (asPage) return isExample ? html.replace(/<body[^<>]*>/, (body) => body + banner) : html
  return [
    ...(isExample ? [words.mails.example, ''] : []),
    `${words.mails.to} ${to.name} <${to.address}>`,
    `${words.mails.subject} ${subject}`,
    '',
    text,
  ].join('\n')
}

const banner = `<p style="margin:0;padding:12px;background:#fff3c4;color:#20302c;font:16px sans-serif">${words.mails.example}</p>`

/** A mail as it would be now, to `instead` when that is given; or an example of it. @throws Stop when nobody would get it. */
export async function writePreview(
  { db, movement, now }: MailsContext,
  kind: MailKind,
  group: string,
  instead: string | null,
): Promise<{ message: MailMessage; isExample: boolean }> {
  const { tells } = mailTable[kind]
  const isTeams = tells === 'nothing' || tells === 'round_end'
  const [coordinator] = movement.coordinators
  const uid = isTeams ? null : await groupNamed({ db, movement }, group)
  const address = isTeams ? (coordinator?.email ?? null) : null
  const found = await findPreview(db, { kind, group: uid, address, movement, now })
  if (!found) throw new Stop(words.mails.nobody)
  const page = uid === null ? null : (await ask(db, { page: groupPage(db, movement.sections, uid, 1) })).page
  const { mail, isExample } = withExample(found, {
    group: page,
    coordinator: coordinator?.name ?? movement.name,
    groups: await listGroupNames(db),
    round: localTime(now, movement.timeZone).day.slice(0, 7),
    now,
  })
  const prepared = prepare({ ...mail, redirect: instead }, exampleToken, { movement, publicUrl: publicUrlHere() }, now)
  if ('message' in prepared) return { message: prepared.message, isExample }
  if (prepared.outcome.state === 'failed') throw new Error(prepared.outcome.answer ?? 'a mail that cannot be written')
  throw new Stop(words.mails.nobody)
}

/** The group that is meant, as people type names; the first one when none is named. */
async function groupNamed({ db, movement }: Pick<MailsContext, 'db' | 'movement'>, name: string): Promise<string> {
  const known = await listGroupNames(db)
  const index = groupIndex(movement.name, known)
  const [first] = known
  if (!first) throw new Stop(words.mails.noGroup)
  if (name.trim() === '') return first.uid
  const { target, several = [] } = { several: undefined, ...findNamed(index, name) }
  if (target?.uid) return target.uid
  throw new Stop(words.mails.whichGroup(name, several.length > 0 ? several : nearGroups(index, name)))
}
