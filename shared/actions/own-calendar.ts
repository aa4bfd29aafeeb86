import { deleteCalendarLink, upsertCalendarLink } from '#shared/db/calendar-links.ts'
import { calendarToken, hashToken, type LinkKey } from '#shared/domain/link.ts'
import { type Acting, commit } from './acting.ts'

/** Gives a person (uid) an address that their calendar program reads; one that they had shows nothing any more. `uid` is made by chance. */
export async function makeCalendarLink(acting: Acting, person: string, uid: string, key: LinkKey): Promise<void> {
  const hash = await hashToken(await calendarToken(key, uid))
  const write = upsertCalendarLink(acting.db, person, { uid, hash }, acting.now)
  await commit(acting, [write], { action: 'make_calendar_link', person })
}

/** The address shows nothing any more. */
export async function endCalendarLink(acting: Acting, person: string): Promise<void> {
  await commit(acting, [deleteCalendarLink(acting.db, person)], { action: 'end_calendar_link', person })
}
