import { ask } from '#shared/db/ask.ts'
import { type GroupAddresses, listGroupAddresses } from '#shared/db/group-addresses.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from './env.ts'
import { NonePicked, PickedBy, pickGroups } from './pick-groups.tsx'

const path = '/desk/addresses'
/** Groups whose addresses stand on one page. */
const mostWritten = 1000
/** Addresses that a link may carry to any mail program. */
const mostLinked = 40

/** The addresses of the groups of a filter, to be copied into a mail of one's own: Relance sends none of these. */
export async function showAddresses(context: DeskContext): Promise<Response> {
  const { movement, language, reads } = context.var
  const picked = await pickGroups(context, path, mostWritten)
  const uids = picked.groups.slice(0, mostWritten).map(({ uid }) => uid)
  const { groups } = await ask(reads, { groups: listGroupAddresses(reads, uids) })
  const text = textIn(language, movement)
  return respondFrame(context, {
    title: text.addresses.title,
    children: (
      <>
        <div class="headline">
          <h1>{text.addresses.title}</h1>
          <p class="lead">{text.addresses.lead}</p>
        </div>
        <PickedBy context={context} picked={picked} />
        {picked.groups.length > mostWritten && <p class="note">{text.bulk.capped(mostWritten)}</p>}
        {groups.length === 0 ? (
          <NonePicked context={context} picked={picked} />
        ) : (
          <Addresses context={context} groups={groups} />
        )}
      </>
    ),
  })
}

function Addresses({ context, groups }: { context: DeskContext; groups: readonly GroupAddresses[] }) {
  const text = textIn(context.var.language, context.var.movement).addresses
  const emails = [...new Set(groups.flatMap((group) => group.emails))]
  const without = groups.filter((group) => group.emails.length === 0)
  const reached = groups.length - without.length
  return (
    <div class="flow narrow">
      {emails.length > 0 && (
        <div class="field">
          <label for="addresses">{text.count(emails.length, reached)}</label>
          <p class="hint" id="addresses-hint">
            {text.hint}
          </p>
          <textarea id="addresses" rows={8} readonly aria-describedby="addresses-hint" spellcheck={false}>
            {emails.join(', ')}
          </textarea>
        </div>
      )}
      {emails.length > 0 && emails.length <= mostLinked && (
        <p>
          <a class="button quiet" href={`mailto:?bcc=${emails.map(encodeURIComponent).join(',')}`}>
            {text.open}
          </a>
        </p>
      )}
      {without.length > 0 && (
        <section aria-labelledby="without">
          <h2 id="without">{text.without(without.length)}</h2>
          <ul class="links">
            {without.map(({ uid, name }) => (
              <li>
                <a href={`/desk/groups/${uid}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
