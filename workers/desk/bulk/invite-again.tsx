import { ask } from '#shared/db/ask.ts'
import { listUnanswered, type MayAsk, type Unanswered } from '#shared/db/invitations-again.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { DeskForm, formToken } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { bulkPath, mostAsked } from './bulk-form.ts'

/** Whom these groups (uids) named and who has not said yes: who gets the question once more, who does not and why, and one press to do it. */
export async function checkInvitations(context: DeskContext, groups: readonly string[]): Promise<Response> {
  const { reads, now, language, movement } = context.var
  const { bulk } = textIn(language, movement)
  const text = bulk.invite
  const { unanswered } = await ask(reads, { unanswered: listUnanswered(reads, groups, now) })
  const may = unanswered.filter(({ mayAsk }) => mayAsk === 'yes')
  const asked = may.slice(0, mostAsked)
  const others = unanswered.filter(({ mayAsk }) => mayAsk !== 'yes')
  const title = unanswered.length === 0 ? text.nobody : text.title(asked.length)
  return respondFrame(context, {
    title,
    children: (
      <div class="flow narrow">
        <h1>{title}</h1>
        {asked.length > 0 && (
          <>
            <p class="lead">{text.lead}</p>
            {may.length > mostAsked && <p class="note">{text.capped(mostAsked)}</p>}
            <p>{bulk.sent}</p>
            <DeskForm path={bulkPath} token={await formToken(context, bulkPath)}>
              <input type="hidden" name="act" value="invite" />
              {groups.map((uid) => (
                <input type="hidden" name="group" value={uid} />
              ))}
              {asked.map(({ id }) => (
                <input type="hidden" name="asked" value={String(id)} />
              ))}
              <button type="submit" name="do" value="act">
                {bulk.act.invite}
              </button>
            </DeskForm>
          </>
        )}
        {unanswered.length === 0 && <p>{text.nobodyLead}</p>}
        <p>
          <a class="plain" href={bulkPath}>
            {bulk.back}
          </a>
        </p>
        <People context={context} title={text.asked} people={asked} />
        <People context={context} title={text.notAsked} people={others} why={text.why} />
      </div>
    ),
  })
}

type PeopleProps = {
  context: DeskContext
  title: string
  people: readonly Unanswered[]
  why?: Readonly<Record<Exclude<MayAsk, 'yes'>, string>>
}

function People({ context: { var: own }, title, people, why }: PeopleProps) {
  if (people.length === 0) return null
  const { language, movement } = own
  const text = textIn(language, movement).bulk.invite
  return (
    <>
      <h2>{title}</h2>
      <ul class="people">
        {people.map(({ name, group, invitedAt, mayAsk }) => (
          <li>
            <b>{name}</b>
            <span class="line">
              <a href={`/desk/groups/${group.uid}`}>{group.name}</a>
            </span>
            <span class="line soft">
              {text.since(
                showDay(localTime(invitedAt, movement.timeZone).day, language),
                why && mayAsk !== 'yes' ? why[mayAsk] : null,
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
