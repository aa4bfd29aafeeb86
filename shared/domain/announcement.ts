import { cut } from '#shared/text/cut.ts'
import { addDays, type Day } from './day.ts'
import { latestRound, nextRound, type Rhythm } from './round.ts'
import { instantOf, localTime } from './zone.ts'

/** What the team says in one language; without a link, `url` is null. */
export type AnnouncementWords = { body: string; url: string | null }

/** The team's words of the month, by language; the first is for whoever reads none of them. */
export type Announcement = {
  words: Readonly<Record<string, AnnouncementWords>>
  /** The last day on which it is shown, and the instant at which that day ends. */
  untilOn: Day
  until: Date
}

/** As somebody reads it: in their language, else in the first that it was written in. */
export type ShownAnnouncement = AnnouncementWords & { language: string }

/** Null when there is none, or its last day has passed. */
export function announcementIn(
  announcement: Announcement | null,
  language: string,
  now: Date,
): ShownAnnouncement | null {
  if (!announcement || announcement.until <= now) return null
  const { words } = announcement
  const shown = Object.hasOwn(words, language) ? language : Object.keys(words)[0]
  const said = shown === undefined ? undefined : words[shown]
  return said && shown !== undefined ? { ...said, language: shown } : null
}

/** The instant at which a day ends. */
export function endOf(day: Day, timeZone: string): Date {
  return instantOf({ day: addDays(day, 1), time: '00:00' }, timeZone)
}

const usualDays = 30

/** Until when words are shown unless the team says otherwise: the end of the round that is open, or of the next. */
export function usualEnd(now: Date, rhythm: Rhythm): Day {
  const today = localTime(now, rhythm.timeZone).day
  const ends = [latestRound(now, rhythm), nextRound(now, rhythm)].map((round) => round?.steps.at(-1)?.on)
  return ends.find((on) => on !== undefined && on > today) ?? addDays(today, usualDays)
}

/** Characters of an address that one reads. */
const longestAddress = 70

/** An address as one reads it: where it leads, without what goes without saying. */
export function shownAddress(url: string): string {
  return cut(url.replace(/^https?:\/\//, '').replace(/\/$/, ''), longestAddress)
}
