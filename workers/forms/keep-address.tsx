import { objectToAddress } from '#shared/actions/object-to-address.ts'
import { findNewAddress, type PendingAddress } from '#shared/db/new-addresses.ts'
import { localTime } from '#shared/domain/zone.ts'
import { AgainNote } from '#shared/html/again-note.tsx'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { formTokenFor, readSubmission } from './form-token.ts'
import { Frame } from './frame.tsx'
import { askIfHuman } from './human-check.tsx'
import { type OpenLinkSession, openLinkSession } from './link-session.ts'
import { respondForm } from './respond-form.ts'
import { actingFor } from './submission.ts'

const purpose = (hash: string) => `address:${hash}`

/** For the address that somebody has: another one would take its place. They can keep it. */
export async function showNewAddress(context: FormsContext): Promise<Response> {
  return respondAddress(context, await openLinkSession(context))
}

async function respondAddress(context: FormsContext, session: OpenLinkSession, isAgain = false): Promise<Response> {
  const [pending, page] = await Promise.all([
    findNewAddress(context.env.DB, session.person.uid),
    formTokenFor(context, purpose(session.hash)),
  ])
  return respondForm(<KeepAddress session={session} pending={pending} page={page} isAgain={isAgain} />, {
    status: isAgain ? 400 : 200,
  })
}

/** Keeps the address; the group that wrote another one is told. */
export async function keepAddress(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const session = await openLinkSession(context)
  const submission = await readSubmission(context, purpose(session.hash), data)
  const text = textIn(session.language, session.movement).invited
  if (submission === 'unsure') return askIfHuman(context, session, { words: text.keep })
  if (submission !== 'deliberate') return respondAddress(context, session, true)
  const pending = await findNewAddress(context.env.DB, session.person.uid)
  if (!pending) return respondAddress(context, session)
  await objectToAddress(actingFor(context, session), session.person.uid, pending.group.uid)
  return respondForm(
    <Frame movement={session.movement} session={session} language={session.language} title={text.keptTitle} path={null}>
      <h1>{text.keptTitle}</h1>
      <p class="lead">{text.keptLead}</p>
      <ToGroup session={session} />
    </Frame>,
  )
}

/** Where there is nothing more to do here, the link still opens the record. */
function ToGroup({ session: { movement, language, path } }: { session: OpenLinkSession }) {
  return (
    <p>
      <a class="button" href={path}>
        {textIn(language, movement).unsubscribe.toGroup}
      </a>
    </p>
  )
}

type KeepProps = { session: OpenLinkSession; pending: PendingAddress | null; page: string; isAgain: boolean }

function KeepAddress({ session, pending, page, isAgain }: KeepProps) {
  const { movement, language, path } = session
  const { invited: text } = textIn(language, movement)
  const title = pending ? text.keepTitle : text.nothingTitle
  const until = pending && showDay(localTime(pending.until, movement.timeZone).day, language)
  return (
    <Frame movement={movement} session={session} language={language} title={title} path={`${path}/address`}>
      {isAgain && <AgainNote title={text.again} />}
      <h1>{title}</h1>
      {pending === null ? (
        <>
          <p class="lead">{text.nothingLead}</p>
          <ToGroup session={session} />
        </>
      ) : (
        <>
          <p class="lead">
            {pending.isOwn
              ? text.keepOwn(pending.address)
              : text.keepLead(pending.by ?? movement.name, pending.group.name, pending.address)}
          </p>
          <form method="post" action={`${path}/address`} class="flow">
            <input type="hidden" name="page" value={page} />
            <button type="submit" class="big">
              {text.keep}
            </button>
          </form>
          {!pending.isOwn && <p>{text.keepUntil(until ?? '')}</p>}
        </>
      )}
    </Frame>
  )
}
