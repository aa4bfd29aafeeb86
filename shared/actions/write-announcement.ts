import { deleteAnnouncement, upsertAnnouncement } from '#shared/db/announcement.ts'
import { type AnnouncementWords, endOf } from '#shared/domain/announcement.ts'
import type { Day } from '#shared/domain/day.ts'
import { type Acting, commit } from './acting.ts'

/** The team's words of the month: mails that leave from now on, and groups' pages, show them through their last day. */
export async function writeAnnouncement(
  acting: Acting,
  words: Readonly<Record<string, AnnouncementWords>>,
  untilOn: Day,
): Promise<void> {
  const { db, movement, now } = acting
  const announcement = { words, untilOn, until: endOf(untilOn, movement.timeZone) }
  const details = { until: untilOn, languages: Object.keys(words) }
  await commit(acting, [upsertAnnouncement(db, announcement, now)], { action: 'write_announcement', details })
}

/** Takes the words of the month away, from the next mail and look on. */
export async function endAnnouncement(acting: Acting): Promise<void> {
  await commit(acting, [deleteAnnouncement(acting.db)], { action: 'end_announcement' })
}
