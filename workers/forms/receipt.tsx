import { ChangeList } from '#shared/html/change-list.tsx'
import { textIn } from '#shared/text/text.ts'
import { UndoConfirmation } from './confirmation-card.tsx'
import type { GroupLinkSession } from './link-session.ts'
import type { Notice } from './notice.tsx'
import { moreOf, namesIn } from './show-history.tsx'
import { UndoForm } from './undo-form.tsx'

/** What was just saved, before and after, and the way back. Nothing when somebody else has written since. */
export function Receipt({ session, notice, page }: { session: GroupLinkSession; notice: Notice | null; page: string }) {
  const { group, person, language } = session
  if (notice?.confirmed) return <Confirmed session={session} page={page} />
  const [last] = group.history
  if (notice?.kind !== 'section') return null
  const addresses = notice.section === 'referents' ? <NewAddresses session={session} /> : null
  if (last?.author !== 'referent' || last.byUid !== person.uid) return addresses
  return (
    <div class="card flow">
      {addresses}
      <ChangeList
        changes={last.changes}
        names={namesIn(session)}
        sections={session.movement.sections}
        language={language}
        more={moreOf(session, last)}
      />
      <Invites session={session} />
      {last.undoneBy === null && <UndoForm session={session} revision={last} page={page} />}
    </div>
  )
}

/** Names that are read at a glance. */
const invitedShown = 3

/** Whoever was just named is asked by mail: nobody else has to tell them. */
function Invites({ session: { movement, group, language } }: { session: GroupLinkSession }) {
  const added = group.history[0]?.changes.flatMap((change) => ('added' in change ? [change.row] : [])) ?? []
  const asked = group.invited.filter((uid) => added.includes(uid) && !group.waiting.includes(uid))
  if (asked.length === 0) return null
  const names = group.record.referents.filter(({ uid }) => asked.includes(uid)).map(({ name }) => name)
  return (
    <p>
      {textIn(language, movement).form.invites(names.slice(0, invitedShown), Math.max(0, names.length - invitedShown))}
    </p>
  )
}

/** An address that was corrected is not in the record before whoever reads it says yes: what looks unsaved is said to wait. */
function NewAddresses({ session: { movement, group, person, language } }: { session: GroupLinkSession }) {
  const text = textIn(language, movement).invited
  const asked = group.record.referents.flatMap(({ uid, name }) => {
    const address = group.newAddresses.get(uid)
    return address === undefined ? [] : [{ uid, name, address }]
  })
  return (
    <>
      {asked.slice(0, invitedShown).map(({ uid, name, address }) => (
        <p class="note">{uid === person.uid ? text.askedOwn(address) : text.askedOf(address, name)}</p>
      ))}
    </>
  )
}

/** The way back from a confirmation that was just made. */
function Confirmed({ session, page }: { session: GroupLinkSession; page: string }) {
  const [last] = session.group.confirmations
  if (last?.byUid !== session.person.uid || last.undoneAt !== null) return null
  return <UndoConfirmation session={session} number={last.number} page={page} />
}
