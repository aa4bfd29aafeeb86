import {
  changeCoordinator,
  inviteCoordinator,
  removeCoordinator,
  type TeamChangeResult,
  takeBackTeamInvitation,
} from '#shared/actions/change-team.ts'
import { removeSecondFactor } from '#shared/actions/second-factor.ts'
import { ask } from '#shared/db/ask.ts'
import { listRegions } from '#shared/db/group-list.ts'
import { listFactorOwners } from '#shared/db/second-factors.ts'
import { type Invitee, listTeamInvitations } from '#shared/db/team-invitations.ts'
import { byNameIn } from '#shared/domain/departments.ts'
import { linkKey } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import { serverKeyOf } from '#shared/domain/second-factor.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { formToken, readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { isOvertaken } from '../meanwhile.tsx'
import { sendSoon } from '../send-soon.ts'
import { isFreshSignIn } from '../sign-in-guard.ts'
import { coordinatorId } from './coordinator-id.ts'
import { TeamPage, type TeamState, type TeamTrouble } from './team-page.tsx'
import { blankCoordinator, keptCoordinator, readTypedCoordinator } from './typed-coordinator.ts'

const path = '/desk/team'
/** What the inputs of the form that invites somebody begin with. */
const inviteId = 'invite'

/** Who is of the team, and who is invited. */
export async function showTeam(context: DeskContext): Promise<Response> {
  return respond(context, await read(context))
}

/** Invites somebody, changes what somebody may do, or takes them off. */
export async function changeTeam(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const state = await read(context)
  const text = textIn(context.var.language, context.var.movement)
  const id = form.get('who') ?? inviteId
  const member = state.members.find((one) => one.id === id)
  const asked = state.invitations.find((one) => one.id === id)
  const email = member?.coordinator.email ?? asked?.email ?? null
  const { typed, values } = readTypedCoordinator(form, { id, known: state.regions, email })
  const again = (title: string, status: number) => respond(context, state, { id, typed, title, status })
  if (!form.isFresh) return again(text.form.submitAgain, 400)
  if (!isFreshSignIn(context)) return respond(context, state, { id, typed, title: '', status: 403, isOld: true })
  const action = form.get('do')
  if (asked) return actOnInvitation(context, asked, action)
  if (member && action === 'reset_factor') return resetFactor(context, member.coordinator.email)
  if (member && action === 'remove' && form.get('sure') !== 'oui') return again(text.team.notSure, 422)
  if (!(member && action === 'remove') && !values) return again('', 422)
  const kept = member && keptCoordinator(member.coordinator, context.var.movement.languages[0])
  if (kept && action === 'change' && isOvertaken(form, kept)) return again(text.team.refused.overtaken, 409)
  const result = await act(context, { action, email, values })
  if (result.is === 'done') {
    sendSoon(context)
    return leadTo(context, `${path}?done=${result.said}`)
  }
  return again(text.team.refused[result.is], 409)
}

/** For whoever lost their phone and their codes. */
async function resetFactor(context: DeskContext, email: string): Promise<Response> {
  await removeSecondFactor(teamActing(context), email)
  sendSoon(context)
  return leadTo(context, `${path}?done=factor_removed`)
}

type Action = { action: string | null; email: string | null; values: Invitee | null }
type Result = { is: Exclude<TeamChangeResult, 'done'> | 'there_already' | 'full' } | { is: 'done'; said: string }

async function act(context: DeskContext, { action, email, values }: Action): Promise<Result> {
  const acting = teamActing(context)
  const told = (is: TeamChangeResult, said: string): Result => (is === 'done' ? { is, said } : { is })
  if (email !== null && action === 'remove') return told(await removeCoordinator(acting, email), 'coordinator_removed')
  if (email !== null && action === 'change' && values)
    return told(await changeCoordinator(acting, email, values), 'coordinator_saved')
  if (email === null && action === 'invite' && values) {
    const is = await inviteCoordinator(acting, values, null)
    return is === 'done' ? { is, said: 'invited' } : { is }
  }
  throw new Problem('page_stale')
}

async function actOnInvitation(
  context: DeskContext,
  invitee: TeamState['invitations'][number],
  action: string | null,
): Promise<Response> {
  const acting = teamActing(context)
  if (action === 'take_back') {
    await takeBackTeamInvitation(acting, invitee.email, invitee.invitedAt)
    return leadTo(context, `${path}?done=coordinator_removed`)
  }
  if (action !== 'invite_again') throw new Problem('page_stale')
  if ((await inviteCoordinator(acting, invitee, invitee.invitedAt)) === 'overtaken')
    throw new Problem('acted_meanwhile')
  sendSoon(context)
  return leadTo(context, `${path}?done=invited`)
}

async function read(context: DeskContext): Promise<TeamState> {
  const { reads, movement, language } = context.var
  const serverKey = await serverKeyOf(await linkKey(context.env.LINK_SECRET))
  const { places, invitations, factors } = await ask(reads, {
    factors: listFactorOwners(reads, serverKey),
    places: listRegions(reads),
    invitations: listTeamInvitations(reads),
  })
  const known = movement.coordinators.flatMap(({ regions = [] }) => regions)
  return {
    regions: [...new Set([...places.map(({ region }) => region), ...known])].sort(byNameIn(language)),
    members: await Promise.all(
      movement.coordinators.map(async (coordinator) => ({
        id: await coordinatorId(context, coordinator.email),
        coordinator,
        hasFactor: factors.includes(coordinator.email),
      })),
    ),
    invitations: await Promise.all(
      invitations.map(async (invitation) => ({ ...invitation, id: await coordinatorId(context, invitation.email) })),
    ),
  }
}

async function respond(context: DeskContext, state: TeamState, trouble?: TeamTrouble): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement)
  const problems = Object.keys(trouble?.typed.problems ?? {}).length
  const isWrong = trouble?.status === 422 && trouble.title === ''
  return respondFrame(context, {
    title: isWrong ? `${text.form.errorsTitle(problems)} – ${text.team.title}` : text.team.title,
    status: trouble?.status ?? 200,
    children: (
      <TeamPage
        context={context}
        state={state}
        token={await formToken(context, path)}
        trouble={trouble}
        blank={{ ...blankCoordinator, language: context.var.movement.languages[0] ?? '' }}
      />
    ),
  })
}
