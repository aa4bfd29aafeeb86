import { findAnnouncement } from '#shared/db/announcement.ts'
import { ask } from '#shared/db/ask.ts'
import { exampleGroup } from '#shared/db/first-day.ts'
import { listRounds } from '#shared/db/group-list.ts'
import { type CountedPoll, listPolls } from '#shared/db/polls.ts'
import { type Announcement, announcementIn } from '#shared/domain/announcement.ts'
import { AnnouncementCard } from '#shared/html/announcement.tsx'
import { pollField } from '#shared/record/poll.ts'
import { showDay, showMonth } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from './env.ts'
import { Done } from './notice.tsx'
import { type AskableRound, askableRounds } from './question.tsx'

/** The open round's and the next one's are among the last. */
const pollsShown = 3

/** What the team adds to the month's round, beside what it always asks. */
export async function showAdditions(context: DeskContext): Promise<Response> {
  const { reads, language } = context.var
  const { announcement, polls, rounds, example } = await ask(reads, {
    announcement: findAnnouncement(reads),
    polls: listPolls(reads, pollsShown),
    rounds: listRounds(reads, 1),
    example: exampleGroup(reads),
  })
  const text = textIn(language, context.var.movement).month
  return respondFrame(context, {
    title: text.title,
    children: (
      <div class="flow narrow">
        <Done context={context} />
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <Word context={context} announcement={announcement} />
        <Questions context={context} polls={polls} rounds={askableRounds(context, rounds[0]?.key)} />
        <Reading context={context} group={example} />
      </div>
    ),
  })
}

function Word({ context, announcement }: { context: DeskContext; announcement: Announcement | null }) {
  const { language, now } = context.var
  const text = textIn(language, context.var.movement).month.word
  const said = announcementIn(announcement, language, now)
  const day = announcement && showDay(announcement.untilOn, language)
  return (
    <section aria-labelledby="word">
      <h2 id="word">{text.title}</h2>
      <p class="says">{text.lead}</p>
      {said && <AnnouncementCard said={said} language={language} movement={context.var.movement} />}
      <p class="soft">{day === null ? text.none : said ? text.until(day) : text.over(day)}</p>
      <p>
        <a class="button quiet" href="/desk/month/word">
          {said ? text.correct : text.write}
        </a>
      </p>
    </section>
  )
}

/** The mail as the team's words make it, for one group: looked at, not sent. */
function Reading({ context, group }: { context: DeskContext; group: string | null }) {
  const text = textIn(context.var.language, context.var.movement).start.read
  return (
    <section aria-labelledby="read">
      <h2 id="read">{text.title}</h2>
      <p class="says">{group === null ? text.none : text.says}</p>
      {group !== null && (
        <p>
          <a class="button quiet" href={`/desk/groups/${group}/mail`}>
            {text.link}
          </a>
        </p>
      )}
    </section>
  )
}

/** The question of the round that is open, and of the next. */
type QuestionsProps = { context: DeskContext; polls: readonly CountedPoll[]; rounds: readonly AskableRound[] }

function Questions({ context, polls, rounds }: QuestionsProps) {
  const { language } = context.var
  const text = textIn(language, context.var.movement).month.question
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{text.title}</h2>
      <p class="says">{text.lead}</p>
      {rounds.map(({ key, isOpen }) => {
        const poll = polls.find(({ round }) => round === key)
        const month = showMonth(key, language)
        return (
          <div class="row between act">
            <div>
              <h3 class="plain-title">{isOpen ? text.open(month) : text.next(month)}</h3>
              <p>{poll ? pollField(poll).label[language] : text.none}</p>
              {poll && isOpen && (
                <p class="soft">
                  <a href={`/dashboard/questions?round=${key}`}>{text.answers(poll.answers)}</a>
                </p>
              )}
            </div>
            <a class="button quiet slim" href={`/desk/month/question/${key}`}>
              <span>
                {poll ? text.correct : text.write}
                <span class="hidden">, {month}</span>
              </span>
            </a>
          </div>
        )
      })}
      <p>
        <a class="plain" href="/dashboard/questions">
          {text.see}
        </a>
      </p>
    </section>
  )
}
