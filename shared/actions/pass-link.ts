import { insertPassedLink, revokePassedLink } from '#shared/db/passed-links.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import { hashToken, passedLinkHours } from '#shared/domain/link.ts'
import { type Acting, commit } from './acting.ts'

type Passing = { token: string; uid: string; group: string; person: string | null; by: string }

/** Makes a link to one group's record that a coordinator (`by`, an address) passes on by message. `token` is 256 bits of chance, shown once and not kept. */
export async function passLink(acting: Acting, { token, ...link }: Passing): Promise<{ expiresAt: Date }> {
  const { db, now } = acting
  const expiresAt = new Date(now.getTime() + passedLinkHours * 3_600_000)
  const { group, person } = link
  await commit(acting, insertPassedLink(db, { ...link, hash: await hashToken(token), expiresAt }, now), {
    action: 'pass_link',
    group,
    ...(person === null ? {} : { person }),
  })
  return { expiresAt }
}

/** Stops one (uid) that was passed on. */
export async function stopPassedLink(acting: Acting, link: { uid: string; group: string }): Promise<void> {
  const stopped = revokePassedLink(acting.db, link, acting.now)
  await commit(
    acting,
    [stopped],
    { action: 'stop_passed_link', group: link.group },
    preconditions.linkPassedOn(link.uid),
  )
}
