import { deleteAnnouncement, upsertAnnouncement } from '#shared/db/announcement.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import { type Announcement, type AnnouncementWords, endOf } from '#shared/domain/announcement.ts'
import type { Day } from '#shared/domain/day.ts'
import { type Acting, commit } from './acting.ts'

/** What was said, as whoever writes has seen it. */
type AnnouncementBefore = Pick<Announcement, 'words' | 'untilOn'> | null

/** The team's words of the month: mails that leave from now on, and groups' pages, show them through their last day. */
export async function writeAnnouncement(
  acting: Acting,
  words: Readonly<Record<string, AnnouncementWords>>,
  untilOn: Day,
  before: AnnouncementBefore,
): Promise<void> {
  const { db, movement, now } = acting
  const announcement = { words, untilOn, until: endOf(untilOn, movement.timeZone) }
  const details = { until: untilOn, languages: Object.keys(words) }
  const event = { action: 'write_announcement', details } as const
  await commit(acting, [upsertAnnouncement(db, announcement, now)], event, stillSaid(acting, before))
}

/** Takes the words of the month away, from the next mail and look on. */
export async function endAnnouncement(acting: Acting, before: AnnouncementBefore): Promise<void> {
  await commit(acting, [deleteAnnouncement(acting.db)], { action: 'end_announcement' }, stillSaid(acting, before))
}

function stillSaid({ now }: Acting, before: AnnouncementBefore) {
  const said = before && { words: JSON.stringify(before.words), untilOn: before.untilOn }
  return preconditions.announcementIs(said, now.toISOString())
}
