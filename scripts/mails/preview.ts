import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { listGroupNames } from '#shared/db/known-groups.ts'
import { findPreview } from '#shared/db/preview.ts'
import { isMailKind, isNews, type MailKind } from '#shared/domain/mail.ts'
import type { Letter } from '#shared/mail/letter.ts'
import { findNamed, groupIndex, nearGroups } from '#shared/sheet/group-index.ts'
import { prepare } from '#workers/reminders/prepare.ts'
import type { Desk } from './desk.ts'

/** A link for show: it opens the page that says that it does not work. */
const exampleToken = 'example'

/** Any mail for any group, as it would leave now: its text, or its page. */
export async function preview(desk: Desk, kind: string, group: string, asPage: boolean): Promise<string> {
  if (!isMailKind(kind)) throw new Stop(words.mails.kinds(Object.entries(words.mails.kind)))
  const { subject, html, text, to } = await writePreview(desk, kind, group, null)
  return asPage
    ? html
    : [`${words.mails.to} ${to.name} <${to.address}>`, `${words.mails.subject} ${subject}`, '', text].join('\n')
}

/** A mail as it would be now; to `instead` when that is given. @throws Stop when nobody would get it. */
export async function writePreview(
  { db, movement, now }: Desk,
  kind: MailKind,
  group: string,
  instead: string | null,
): Promise<Letter> {
  const isTeams = kind === 'sign_in' || kind === 'silent_groups'
  const [coordinator] = movement.coordinators
  const departure = await findPreview(db, {
    kind,
    group: isTeams ? null : await groupNamed({ db, movement }, group),
    address: isTeams ? (coordinator?.email ?? null) : null,
    movement,
  })
  if (!departure) throw new Stop(words.mails.nobody)
  if (kind === 'silent_groups' && departure.round === null) throw new Stop(words.mails.noRound)
  const publicUrl = process.env.PUBLIC_URL ?? 'http://localhost:8787'
  if (isNews(kind) && departure.news === null) throw new Stop(words.mails.noNews)
  const prepared = prepare({ ...departure, trial: instead }, exampleToken, { movement, publicUrl }, now)
  if ('letter' in prepared) return prepared.letter
  if (prepared.outcome.state === 'failed') throw new Error(prepared.outcome.answer ?? 'a mail that cannot be written')
  throw new Stop(isNews(kind) ? words.mails.noNews : words.mails.nobody)
}

/** The group that is meant, as people type names; the first one when none is named. */
async function groupNamed({ db, movement }: Pick<Desk, 'db' | 'movement'>, name: string): Promise<string> {
  const known = await listGroupNames(db)
  const index = groupIndex(movement.name, known)
  const [first] = known
  if (!first) throw new Stop(words.mails.noGroup)
  if (name.trim() === '') return first.uid
  const { target, several = [] } = { several: undefined, ...findNamed(index, name) }
  if (target?.uid) return target.uid
  throw new Stop(words.mails.whichGroup(name, several.length > 0 ? several : nearGroups(index, name)))
}
