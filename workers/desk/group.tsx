import { closeGroup, reopenGroup } from '#shared/actions/close-group.ts'
import { deleteGroup } from '#shared/actions/delete-group.ts'
import { admitWaiting, refuseWaiting } from '#shared/actions/settle-waiting.ts'
import { undoConfirmation } from '#shared/actions/undo-confirmation.ts'
import { undoRevision } from '#shared/actions/undo-revision.ts'
import { departmentName } from '#shared/domain/departments.ts'
import { Problem } from '#shared/domain/problem.ts'
import { mayDo } from '#shared/domain/role.ts'
import { countryName } from '#shared/record/country-formats.ts'
import { groupStates } from '#shared/record/sections/identity.ts'
import { textIn } from '#shared/text/text.ts'
import { TeamKnowledge } from '#workers/team/call-status.tsx'
import { respondFrame } from '#workers/team/frame.tsx'
import { untilLanded } from '#workers/until-landed.ts'
import { formToken, type PostedDeskForm, readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { Doubles } from './group-doubles.tsx'
import { TeamHistory } from './group-history.tsx'
import { Deletion, People, SectionLine, State, Waiting } from './group-parts.tsx'
import { leadTo } from './lead-to.ts'
import { partGroups } from './merge-groups.tsx'
import { Done, NotDone } from './notice.tsx'
import { sendSoon } from './send-soon.ts'
import { requireFreshSignIn } from './sign-in-guard.ts'
import { type BesideGroup, leadOn, openTeamPage, type TeamView } from './team-view.ts'

const revisionsShown = 8

/** A group as the team acts for it: its record section by section, its people, what was done. */
export async function showTeamGroup(context: DeskContext, trouble?: Trouble): Promise<Response> {
  const { view, beside } = await openTeamPage(context, { history: revisionsShown })
  return leadOn(context, view) ?? respond(context, view, beside, trouble)
}

/** Closes the group, opens it again, or takes a correction back. */
export async function actOnGroup(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  if (form.isFresh && form.get('do') === 'part') return part(context, form.get('merged') ?? '')
  return untilLanded(context.req.param('uid') ?? '', () => tryAct(context, form))
}

async function tryAct(context: DeskContext, form: PostedDeskForm): Promise<Response | 'overtaken'> {
  const number = Number(form.get('revision'))
  const confirmation = Number(form.get('confirmation'))
  const isConfirmation = Number.isSafeInteger(confirmation) && confirmation > 0
  const isNumber = Number.isSafeInteger(number) && number > 0
  const { view, beside } = await openTeamPage(context, {
    history: revisionsShown,
    isAboutPeople: true,
    confirmations: isConfirmation ? { number: confirmation, limit: 1 } : { limit: 0 },
    ...(isNumber ? { revision: { number, from: 0, limit: Number.MAX_SAFE_INTEGER }, rows: { rowsOf: number } } : {}),
  })
  const elsewhere = leadOn(context, view)
  if (elsewhere) return elsewhere
  if (!form.isFresh)
    return respond(context, view, beside, {
      title: textIn(view.language, context.var.movement).form.submitAgain,
      status: 400,
    })
  const here = `/desk/groups/${view.group.uid}`
  switch (form.get('do')) {
    case 'close':
      return after(context, await closeGroup(teamActing(context), view), `${here}?done=closed`)
    case 'reopen':
      return after(context, await reopenGroup(teamActing(context), view), `${here}?done=reopened`)
    case 'admit':
      await admitWaiting(teamActing(context), view.group.uid)
      sendSoon(context)
      return leadTo(context, `${here}?done=admitted`)
    case 'refuse':
      await refuseWaiting(teamActing(context), view.group.uid)
      return leadTo(context, `${here}?done=refused`)
    case 'unconfirm':
      return unconfirm(context, view, beside, here)
    case 'delete':
      return remove(context, view, beside, form.get('sure') === 'oui')
    case 'undo':
      return undo(context, view, beside, here)
    default:
      throw new Problem('page_stale')
  }
}

async function unconfirm(context: DeskContext, view: TeamView, beside: BesideGroup, here: string): Promise<Response> {
  const isDone = await undoConfirmation(teamActing(context), view.group.uid, view.group.confirmations[0])
  if (isDone) return leadTo(context, `${here}?done=undone`)
  return respond(context, view, beside, {
    title: textIn(view.language, context.var.movement).history.notices.nothing,
    status: 409,
  })
}

/** Takes away a group that was made by mistake. */
async function remove(context: DeskContext, view: TeamView, beside: BesideGroup, isSure: boolean): Promise<Response> {
  requireFreshSignIn(context)
  const { deletion } = textIn(view.language, context.var.movement).merge
  if (!isSure) return respond(context, view, beside, { title: deletion.notSure, status: 422 })
  const result = beside.isUnused ? await deleteGroup(teamActing(context), view.group.uid) : 'in_use'
  if (result === 'in_use') return respond(context, view, beside, { ...deletion.inUse, status: 409 })
  return leadTo(context, '/desk?done=group_deleted')
}

async function part(context: DeskContext, other: string): Promise<Response> {
  const kept = context.req.param('uid') ?? ''
  const result = await partGroups(context, kept, other)
  if (result === 'done') return leadTo(context, `/desk/groups/${kept}?done=groups_parted`)
  const text = textIn(context.var.language, context.var.movement).merge.group
  return showTeamGroup(context, { ...(result === 'name_taken' ? text.nameGone : text.notUndone), status: 409 })
}

async function undo(
  context: DeskContext,
  view: TeamView,
  beside: BesideGroup,
  here: string,
): Promise<Response | 'overtaken'> {
  const result = await undoRevision(teamActing(context), view, view.group.revision ?? undefined)
  if (result === 'nothing' || result === 'nobody' || result === 'too_much')
    return respond(context, view, beside, {
      title: textIn(view.language, context.var.movement).history.notices[result],
      status: 409,
    })
  return after(context, result, `${here}?done=${result === 'partly' ? 'undone_partly' : 'undone'}`)
}

function after(context: DeskContext, result: string, path: string): Response | 'overtaken' {
  if (result === 'already') throw new Problem('acted_meanwhile')
  return result === 'overtaken' ? result : leadTo(context, path)
}

type Trouble = { title: string; body?: string; status: number }

async function respond(
  context: DeskContext,
  view: TeamView,
  beside: BesideGroup,
  trouble?: Trouble,
): Promise<Response> {
  const { language, movement, group } = view
  const text = textIn(language, movement).desk
  const [own] = group.record.group
  const path = `/desk/groups/${group.uid}`
  const token = await formToken(context, path)
  const department = own?.department && departmentName(movement.countries, own.department)
  const country = own?.country && countryName(own.country, language)
  const place = [own?.town, department, own?.region, country].filter((part) => part).join(' · ')
  return respondFrame(context, {
    title: own?.name ?? '',
    status: trouble?.status ?? 200,
    children: (
      <>
        <Done context={context} />
        {trouble && <NotDone title={trouble.title} body={trouble.body} />}
        <div class="headline">
          <p class="kicker">
            {[place, groupStates[own?.state ?? 'active'][language]].filter((part) => part).join(' · ')}
          </p>
          <h1>{own?.name}</h1>
          {own && own.state !== 'closed' && !movement.writesTo.some((state) => state === own.state) && (
            <p class="note">{text.person.unwritten(groupStates[own.state][language])}</p>
          )}
          <ul class="links">
            <li>
              <a href={`/dashboard/groups/${group.uid}`}>{text.group.look}</a>
            </li>
            <li>
              <a href={`${path}/call`}>{textIn(language, movement).calls.reportTitle}</a>
            </li>
            <li>
              <a href={`${path}/link`}>{textIn(language, movement).passed.desk.title}</a>
            </li>
            {mayDo(context.var.session.coordinator, { role: 'acts', everywhere: true }) && (
              <>
                <li>
                  <a href={`${path}/mail`}>{text.group.preview}</a>
                </li>
                <li>
                  <a href={`${path}/mails`}>{text.group.otherMails}</a>
                </li>
              </>
            )}
          </ul>
        </div>
        <div class="spread">
          <div class="major">
            <section aria-labelledby="record">
              <h2 id="record">{text.group.record}</h2>
              <p class="says">{text.group.recordLead}</p>
              {movement.sections.asked.map((section) => (
                <SectionLine view={view} section={section} />
              ))}
            </section>
            <TeamHistory context={context} view={view} token={token} />
          </div>
          <div class="minor">
            <TeamKnowledge
              movement={movement}
              language={language}
              call={beside.call}
              notes={beside.notes}
              path={`${path}/call`}
            />
            <People view={view} />
            <Waiting view={view} token={token} />
            <State view={view} token={token} />
            {beside.isUnused && <Deletion view={view} token={token} />}
            <Doubles context={context} view={view} beside={beside} token={token} />
          </div>
        </div>
      </>
    ),
  })
}
