import { findAnnouncement } from '#shared/db/announcement.ts'
import { ask } from '#shared/db/ask.ts'
import { type Announcement, announcementIn } from '#shared/domain/announcement.ts'
import { AnnouncementCard } from '#shared/html/announcement.tsx'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from './env.ts'
import { Done } from './notice.tsx'

/** What the team adds to the month's round, beside what it always asks. */
export async function showMonth(context: DeskContext): Promise<Response> {
  const { reads, language } = context.var
  const { announcement } = await ask(reads, { announcement: findAnnouncement(reads) })
  const text = textIn(language).month
  return respondFrame(context, {
    title: text.title,
    children: (
      <div class="flow narrow">
        <Done context={context} />
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <Word context={context} announcement={announcement} />
      </div>
    ),
  })
}

function Word({ context, announcement }: { context: DeskContext; announcement: Announcement | null }) {
  const { language, now } = context.var
  const text = textIn(language).month.word
  const said = announcementIn(announcement, language, now)
  const day = announcement && showDay(announcement.untilOn, language)
  return (
    <section aria-labelledby="word">
      <h2 id="word">{text.title}</h2>
      <p class="says">{text.lead}</p>
      {said && <AnnouncementCard said={said} language={language} />}
      <p class="soft">{day === null ? text.none : said ? text.until(day) : text.over(day)}</p>
      <p>
        <a class="button quiet" href="/desk/month/word">
          {said ? text.correct : text.write}
        </a>
      </p>
    </section>
  )
}
