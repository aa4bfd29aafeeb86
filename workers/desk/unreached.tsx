import { ask } from '#shared/db/ask.ts'
import { listUnreached, type SuppressedPerson, type UnreachedAfter, unreachedKinds } from '#shared/db/unreached.ts'
import type { SuppressionReason } from '#shared/domain/mail.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { showDay } from '#shared/record/show.ts'
import { spreadsheetOptions, writeSheet } from '#shared/sheet/write-sheet.ts'
import { semicolonIn } from '#shared/text/colon.ts'
import { textIn } from '#shared/text/text.ts'
import { attachment, csvType } from '#workers/attachment.ts'
import { streamed } from '#workers/streamed.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { CardTable } from './card-table.tsx'
import type { DeskContext } from './env.ts'

const unreachedPath = '/desk/unreached'
const shown = 100
/** People that are read at a time for a file. */
const chunk = 2000

/** All to whom nothing is written any more: why, since when, and the way to each. */
export async function showUnreached(context: DeskContext): Promise<Response> {
  const { reads, language, movement } = context.var
  const reason = readReason(context)
  const after = readAfter(context)
  const { people } = await ask(reads, { people: listUnreached(reads, { reason, after }, shown + 1) })
  const { unreached: text, calls } = textIn(language, movement)
  const last = people.length > shown ? people[shown - 1] : undefined
  return respondFrame(context, {
    title: text.title,
    children: (
      <>
        <div class="headline">
          <h1>{text.title}</h1>
          <p class="lead">{people.length > 0 ? text.lead : reason === null ? text.none : text.noneSo}</p>
          {people.length > 0 && (
            <p>
              <a href={addressOf(`${unreachedPath}.csv`, reason)}>{calls.sheet}</a>
            </p>
          )}
        </div>
        {(people.length > 0 || reason !== null || after) && <Reasons context={context} chosen={reason} />}
        {people.length > 0 && <People context={context} people={people.slice(0, shown)} />}
        <p class="row">
          {after && <a href={addressOf(unreachedPath, reason)}>{calls.first}</a>}
          {last && <a href={addressOf(unreachedPath, reason, last.after)}>{calls.more}</a>}
        </p>
      </>
    ),
  })
}

function Reasons({ context, chosen }: { context: DeskContext; chosen: SuppressionReason | null }) {
  const text = textIn(context.var.language, context.var.movement).unreached
  return (
    <nav class="row links" aria-label={text.why}>
      {([null, ...unreachedKinds] as const).map((reason) => (
        <a href={addressOf(unreachedPath, reason)} aria-current={reason === chosen ? 'true' : undefined}>
          {text.kinds[reason ?? 'all']}
        </a>
      ))}
    </nav>
  )
}

function People({ context, people }: { context: DeskContext; people: readonly SuppressedPerson[] }) {
  const { language, movement } = context.var
  const { unreached: text, calls } = textIn(language, movement)
  return (
    <CardTable
      label={text.title}
      headings={[calls.name, text.why, text.since, calls.group, calls.phone, calls.email]}
      rows={people.map((one) => [
        <a href={`/desk/people/${one.person.uid}`}>{one.person.name}</a>,
        whyOf(context, one),
        showDay(localTime(one.since, movement.timeZone).day, language),
        one.groups.length === 0 ? <span class="soft">{text.departed}</span> : <GroupLinks groups={one.groups} />,
        one.phone && <a href={`tel:${one.phone}`}>{showPhone(one.phone, movement.country)}</a>,
        one.email,
      ])}
    />
  )
}

function GroupLinks({ groups }: Pick<SuppressedPerson, 'groups'>) {
  return (
    <>
      {groups.map(({ uid, name }, index) => (
        <>
          {index > 0 && ', '}
          <a href={`/desk/groups/${uid}`}>{name}</a>
        </>
      ))}
    </>
  )
}

/** Whoever unsubscribed, and whose address came back after that, is both. */
function whyOf({ var: { language, movement } }: DeskContext, { reason, isTheirs }: SuppressedPerson): string {
  const { reasons } = textIn(language, movement).unreached
  const isBoth = isTheirs && reason === 'hard_bounce'
  return isBoth ? reasons.unsubscribed + semicolonIn(language) + reasons.hard_bounce : reasons[reason]
}

const readReason = ({ req }: DeskContext) => unreachedKinds.find((kind) => kind === req.query('why')) ?? null

function readAfter({ req }: DeskContext): UnreachedAfter | null {
  const [, since, address] = /^(\d{4}-[\d-]{5}T[\d:.]{8,12}Z) (\S{3,320})$/.exec(req.query('after') ?? '') ?? []
  return since === undefined || address === undefined ? null : { since, address }
}

function addressOf(path: string, why: SuppressionReason | null, after?: UnreachedAfter): string {
  const query = new URLSearchParams({ ...(why && { why }), ...(after && { after: `${after.since} ${after.address}` }) })
  return query.size === 0 ? path : `${path}?${query}`
}

/** The same for a spreadsheet, all of them. */
export function exportUnreached(context: DeskContext): Response {
  const { reads, language, movement, now } = context.var
  const { unreached: text, calls } = textIn(language, movement)
  const options = { ...spreadsheetOptions(language), isFinal: true }
  const reason = readReason(context)
  const line = (one: SuppressedPerson) => [
    one.person.name,
    whyOf(context, one),
    localTime(one.since, movement.timeZone).day,
    one.groups.map(({ name }) => name).join(', '),
    one.phone === null ? '' : showPhone(one.phone, movement.country),
    one.email,
  ]
  async function* rows() {
    yield writeSheet([[calls.name, text.why, text.since, calls.group, calls.phone, calls.email]], options)
    for (let after: UnreachedAfter | null = null; ; ) {
      const { people }: { people: (SuppressedPerson & { after: UnreachedAfter })[] } = await ask(reads, {
        people: listUnreached(reads, { reason, after }, chunk),
      })
      if (people.length > 0) yield writeSheet(people.map(line), { ...options, bom: false })
      if (people.length < chunk) return
      after = people.at(-1)?.after ?? null
    }
  }
  const name = `${text.file}-${localTime(now, movement.timeZone).day}.csv`
  return attachment({ name, type: csvType }, streamed(rows()))
}
