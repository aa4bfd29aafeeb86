import { ask } from '#shared/db/ask.ts'
import { insertSessionEvent } from '#shared/db/events.ts'
import { deleteOldSessions, insertSession, revokeSignIn } from '#shared/db/sessions.ts'
import {
  isSettingsChanged,
  listSettings,
  refuseOtherVersion,
  refuseWithoutSession,
  upsertSettings,
} from '#shared/db/settings.ts'
import { findSignIn } from '#shared/db/sign-ins.ts'
import { deleteTeamInvitation, findTeamInvitation, type Invitee } from '#shared/db/team-invitations.ts'
import type { Coordinator } from '#shared/movement.ts'
import type { Acting } from './acting.ts'

type Joining = { link: string; email: string; session: { hash: string; endsAt: Date } }

/**
 * Whoever was invited is of the team, and signed in, by the link of their mail (its SHA-256), which opens nothing any more; false when it was used,
 * or the invitation taken back, meanwhile.
 */
export async function joinTeam(acting: Pick<Acting, 'db' | 'now'>, joining: Joining): Promise<boolean> {
  const { db, now } = acting
  const { link, email, session } = joining
  const { version, values } = await listSettings(db)
  const sent = await findSignIn(db, link)
  const { invitation } = await ask(db, { invitation: findTeamInvitation(db, email, now) })
  if (!invitation || !sent || sent.revokedAt || sent.expiresAt <= now) return false
  const team = ((values.coordinators ?? []) as Coordinator[]).filter((one) => one.email !== email)
  try {
    await db.batch([
      refuseOtherVersion(db, version),
      insertSession(db, { link, ...session }, now),
      refuseWithoutSession(db, session.hash),
      insertSessionEvent(db, { email, session: session.hash, action: 'join_team' }, now),
      upsertSettings(db, { coordinators: [...team, coordinatorOf(invitation)] }, now),
      deleteTeamInvitation(db, email),
      revokeSignIn(db, link, now),
      deleteOldSessions(db, now),
    ])
    return true
  } catch (error) {
    // What was read before does not hold any more: it is read anew
    if (isSettingsChanged(error)) return joinTeam(acting, joining)
    throw error
  }
}

/** As the settings keep somebody of the team. */
export function coordinatorOf({ email, name, role, regions, language }: Invitee): Coordinator {
  return { name, email, role, ...(regions ? { regions: [...regions] } : {}), ...(language ? { language } : {}) }
}
