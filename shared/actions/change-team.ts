import { conflictOf } from '#shared/db/conflict.ts'
import { insertEvent } from '#shared/db/events.ts'
import { preconditions, refuseUnless } from '#shared/db/preconditions.ts'
import { deleteSessionsOf } from '#shared/db/sessions.ts'
import { isSettingsChanged, listSettings, refuseOtherVersion, upsertSettings } from '#shared/db/settings.ts'
import { insertTeamChange } from '#shared/db/team-changes.ts'
import { deleteTeamInvitation, type Invitee, insertTeamInvitation } from '#shared/db/team-invitations.ts'
import type { ActionEvent } from '#shared/domain/event.ts'
import { mayDo } from '#shared/domain/role.ts'
import type { Coordinator, Movement } from '#shared/movement.ts'
import { type Acting, commit } from './acting.ts'
import { coordinatorOf } from './join-team.ts'

/** Invites somebody to the team by a mail; they are of it once they have signed in by its link. `before`: when they were invited last, as whoever invites has seen it. `full`: too many invitations wait. */
export async function inviteCoordinator(
  acting: Acting,
  invitee: Invitee,
  before: Date | null,
): Promise<'done' | 'there_already' | 'full' | 'overtaken'> {
  const { db, movement, actor, now } = acting
  if (movement.coordinators.some(({ email }) => email === invitee.email)) return 'there_already'
  const by = 'email' in actor ? actor.email : ''
  const event: ActionEvent = { action: 'invite_coordinator', about: invitee.email, details: { role: invitee.role } }
  const still = preconditions.teamInvitationIs(invitee.email, before?.toISOString() ?? null, now.toISOString())
  try {
    const results = await db.batch([
      refuseUnless(db, still),
      ...insertTeamInvitation(db, invitee, by, now),
      insertEvent(db, actor, event, now),
    ])
    return results[2]?.meta.changes === 1 ? 'done' : 'full'
  } catch (error) {
    if (conflictOf(error) === 'overtaken') return 'overtaken'
    throw error
  }
}

/** `fixed`: `movement.config.ts` names them. `last_administrator`: nobody would administer the movement any more. `overtaken`: somebody else has changed what they may do. */
export type TeamChangeResult = 'done' | 'unknown' | 'fixed' | 'last_administrator' | 'overtaken'

/** What may be changed of somebody of the team. */
export type CoordinatorChange = Pick<Invitee, 'name' | 'role' | 'regions' | 'language'>

/** Changes what somebody of the team may do, who is told. */
export function changeCoordinator(acting: Acting, email: string, change: CoordinatorChange): Promise<TeamChangeResult> {
  const changed = coordinatorOf({ email, ...change })
  const event: ActionEvent = { action: 'change_coordinator', about: email, details: { role: change.role } }
  return write(acting, email, (team) => team.map((one) => (one.email === email ? changed : one)), event)
}

/** Takes somebody off the team, who is told: their sessions end at once. Or takes an invitation back. */
export function removeCoordinator(acting: Acting, email: string): Promise<TeamChangeResult> {
  const event: ActionEvent = { action: 'remove_coordinator', about: email }
  return write(acting, email, (team) => team.filter((one) => one.email !== email), event)
}

/** Takes an invitation (of an address, made at this instant) back. */
export async function takeBackTeamInvitation(acting: Acting, email: string, invitedAt: Date): Promise<void> {
  const { db, now } = acting
  const still = preconditions.teamInvitationIs(email, invitedAt.toISOString(), now.toISOString())
  await commit(acting, [deleteTeamInvitation(db, email)], { action: 'remove_coordinator', about: email }, still)
}

type Team = readonly Coordinator[]

async function write(
  acting: Acting,
  email: string,
  next: (team: Team) => Team,
  event: ActionEvent,
  before: Coordinator | null = null,
): Promise<TeamChangeResult> {
  const { db, actor, now } = acting
  const { version, values } = await listSettings(db)
  const fixed = acting.movement.coordinators.filter(({ isFixed }) => isFixed)
  if (fixed.some((one) => one.email === email)) return 'fixed'
  const stored = (values.coordinators ?? []) as Team
  const known = stored.find((one) => one.email === email)
  if (!known) return 'unknown'
  if (before && JSON.stringify(before) !== JSON.stringify(known)) return 'overtaken'
  const team = next(stored)
  if (![...fixed, ...team].some(administers)) return 'last_administrator'
  const statements = [
    refuseOtherVersion(db, version),
    upsertSettings(db, { coordinators: team }, now),
    ...(event.action === 'remove_coordinator' ? [deleteSessionsOf(db, email)] : []),
    insertEvent(db, actor, event, now),
    insertTeamChange(db, email, now),
  ]
  try {
    await db.batch(statements)
    return 'done'
  } catch (error) {
    // Somebody else changed a setting meanwhile: what was judged by may not hold any more
    if (isSettingsChanged(error)) return write(acting, email, next, event, known)
    throw error
  }
}

const administers = (one: Movement['coordinators'][number]) => mayDo(one, { role: 'administers', everywhere: true })
