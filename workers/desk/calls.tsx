import { leaveGroupCall, takeGroupCall } from '#shared/actions/write-call.ts'
import { ask } from '#shared/db/ask.ts'
import { findCall, listPlannedCalls, type PlannedCall } from '#shared/db/calls.ts'
import { groupPage } from '#shared/db/group-page.ts'
import { judgementIn } from '#shared/db/group-where.ts'
import { type RiskyGroup, riskyGroups } from '#shared/db/risks.ts'
import { Problem } from '#shared/domain/problem.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { CallStatus } from '#workers/team/call-status.tsx'
import { respondFrame } from '#workers/team/frame.tsx'
import { coordinatorName, riskInWords } from '#workers/team/risk-words.ts'
import { WhomToReach } from '#workers/team/whom-to-reach.tsx'
import { DeskForm, formToken, readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { orOvertaken } from './meanwhile.tsx'
import { NotDone } from './notice.tsx'

const path = '/desk/calls'
/** Of each kind of worry: a morning's work for a team. */
const eachKind = 25
/** Calls to come that are shown, the next first. */
const plannedShown = 25

type Listed = { groups: RiskyGroup[]; planned: PlannedCall[] }

/** The groups to call, as work that the team shares: mine, those that nobody has taken, those of others. */
export async function showCalls(context: DeskContext): Promise<Response> {
  return respond(context, await listCalls(context))
}

/** Takes a group to call, or leaves it to others. */
export async function shareCall(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { reads, movement, language, session } = context.var
  const text = textIn(language, movement)
  const group = form.get('group') ?? ''
  if (!form.isFresh) return respond(context, await listCalls(context), { title: text.form.submitAgain, status: 400 })
  const { page, call } = await ask(reads, {
    page: groupPage(reads, movement.sections, group, 0),
    call: findCall(reads, group),
  })
  if (!page) throw new Problem('group_unknown')
  const by = session.coordinator.email
  if (form.get('do') === 'leave') {
    if (call?.takenBy === by) await leaveGroupCall(teamActing(context), { group, by })
    return leadTo(context, `${path}?said=left`)
  }
  if (form.get('do') !== 'take') throw new Problem('page_stale')
  if (call?.takenBy && call.takenBy !== by) {
    const title = text.calls.gone(coordinatorName(call.takenBy, movement))
    return respond(context, await listCalls(context), { title, status: 409 })
  }
  if ((await orOvertaken(takeGroupCall(teamActing(context), { group, by }))) === 'overtaken') {
    const { now: taken } = await ask(reads, { now: findCall(reads, group) })
    const title = text.calls.gone(coordinatorName(taken?.takenBy ?? '', movement))
    return respond(context, await listCalls(context), { title, status: 409 })
  }
  return leadTo(context, `${path}?said=taken`)
}

/** Whom to call now, and whom on a day to come. */
export async function listCalls({ var: { reads, movement, now } }: DeskContext): Promise<Listed> {
  const today = localTime(now, movement.timeZone).day
  const judgement = judgementIn(movement, now)
  return ask(reads, {
    groups: riskyGroups(reads, judgement, { eachKind, today }),
    planned: listPlannedCalls(reads, today, plannedShown),
  })
}

async function respond(
  context: DeskContext,
  { groups, planned }: Listed,
  trouble?: { title: string; status: number },
): Promise<Response> {
  const { language, session } = context.var
  const text = textIn(language, context.var.movement).calls
  const token = await formToken(context, path)
  const own = session.coordinator.email
  const parts = [
    { id: 'mine', title: text.mine, groups: groups.filter(({ call }) => call.takenBy === own) },
    { id: 'free', title: text.free, groups: groups.filter(({ call }) => call.takenBy === null) },
    { id: 'others', title: text.others, groups: groups.filter(({ call }) => call.takenBy && call.takenBy !== own) },
  ]
  return respondFrame(context, {
    title: text.title,
    status: trouble?.status ?? 200,
    children: (
      <div class="flow narrow">
        <CallDone context={context} />
        {trouble && <NotDone title={trouble.title} />}
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <p class="row alone take">
          <a href="/desk/phones">{text.phones}</a>
          <a href="/desk/log?what=calls">{text.past}</a>
          {groups.length > 0 && (
            <>
              <a href={`${path}.xlsx`}>{text.callSheet('Excel')}</a>
              <a href={`${path}.csv`}>{text.callSheet('CSV')}</a>
            </>
          )}
        </p>
        {groups.length === 0 && <p class="soft">{text.none}</p>}
        {parts
          .filter((part) => part.groups.length > 0)
          .map((part) => (
            <section aria-labelledby={part.id}>
              <h2 id={part.id}>
                {part.title} <span class="soft">({part.groups.length})</span>
              </h2>
              {part.groups.map((group) => (
                <GroupToCall context={context} group={group} token={token} />
              ))}
            </section>
          ))}
        {planned.length > 0 && <Planned context={context} planned={planned} />}
      </div>
    ),
  })
}

/** Whom somebody is to call again, and when: they are on nobody's list until then. */
function Planned({ context, planned }: { context: DeskContext; planned: readonly PlannedCall[] }) {
  const { language, movement } = context.var
  const text = textIn(language, movement).calls
  return (
    <section aria-labelledby="planned">
      <h2 id="planned">{text.planned}</h2>
      <ul class="known">
        {planned.map(({ uid, name, nextOn, calledOn }) => (
          <li>
            <a href={`/desk/groups/${uid}/call`}>{name}</a>
            <span class="soft">
              {[text.next(showDay(nextOn, language)), ...(calledOn ? [text.last(showDay(calledOn, language))] : [])]
                .map((said) => ` · ${said}`)
                .join('')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was just done with a call. */
export function CallDone({ context }: { context: DeskContext }) {
  const { done } = textIn(context.var.language, context.var.movement).calls
  const said = context.req.query('said') ?? ''
  if (!Object.hasOwn(done, said)) return null
  return (
    <div class="done note" role="status" tabindex={-1} autofocus>
      <p>{done[said as keyof typeof done]}</p>
    </div>
  )
}

type GroupToCallProps = { context: DeskContext; group: RiskyGroup; token: string }

function GroupToCall({ context, group, token }: GroupToCallProps) {
  const { language, movement, session } = context.var
  const text = textIn(language, movement).calls
  const { uid, name, risks, call } = group
  const isOwn = call.takenBy === session.coordinator.email
  return (
    <div class="row between act" id={uid}>
      <div class="wordy">
        <h3 class="plain-title">
          <a href={`/desk/groups/${uid}/call`}>{name}</a>
        </h3>
        <p>{risks.map((risk) => riskInWords(risk, movement, language, showDay)).join(', ')}</p>
        <WhomToReach movement={movement} group={group} language={language} />
        <CallStatus movement={movement} language={language} call={call} />
      </div>
      <DeskForm path={path} token={token}>
        <input type="hidden" name="group" value={uid} />
        {call.takenBy === null || isOwn ? (
          <button type="submit" class={isOwn ? 'plain' : 'quiet'} name="do" value={isOwn ? 'leave' : 'take'}>
            {isOwn ? text.leave : text.take}
            <span class="hidden">, {name}</span>
          </button>
        ) : null}
        {isOwn && (
          <a class="button quiet slim" href={`/desk/groups/${uid}/call`}>
            <span>
              {text.report}
              <span class="hidden">, {name}</span>
            </span>
          </a>
        )}
      </DeskForm>
    </div>
  )
}
