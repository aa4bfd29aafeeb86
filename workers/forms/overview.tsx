import { mayReturn } from '#shared/actions/return-to-group.ts'
import type { GivenBack } from '#shared/db/neighbours.ts'
import { announcementIn } from '#shared/domain/announcement.ts'
import { firstName } from '#shared/domain/person-name.ts'
import { type SectionProgress, sectionProgress } from '#shared/domain/section-progress.ts'
import { localTime } from '#shared/domain/zone.ts'
import { AnnouncementCard } from '#shared/html/announcement.tsx'
import type { SectionName } from '#shared/record/record.ts'
import { showAge, showDay } from '#shared/record/show.ts'
import { capital } from '#shared/text/capital.ts'
import { textIn } from '#shared/text/text.ts'
import { exitWords } from './exit-note.tsx'
import { Frame } from './frame.tsx'
import { GivenBackPart } from './given-back.tsx'
import type { GroupLinkSession } from './link-session.ts'
import { toLeft } from './membership.tsx'
import { type Notice, NoticeBox } from './notice.tsx'
import { PollCard, type PollTyped } from './poll-card.tsx'
import { Receipt } from './receipt.tsx'
import { SectionCard } from './section-card.tsx'
import { isIncomplete } from './section-summary.tsx'
import { Unsubscribed, type WayBack } from './unsubscribed.tsx'
import { WhoseLink } from './whose-link.tsx'

type OverviewProps = {
  session: GroupLinkSession
  now: Date
  page: string
  notice: Notice | null
  back: WayBack | null
  typed: PollTyped | null
  /** What the network gives back for an answer. */
  given: GivenBack | null
}

/** What we know of a group, in the order of the form, and the two answers: all of it is correct, or this is to be corrected. */
export function Overview({ session, now, page, notice, back, typed, given }: OverviewProps) {
  const { movement, group, language, path } = session
  const text = textIn(language, movement).form
  const name = group.record.group[0]?.name ?? movement.name
  const action = `${path}/${group.uid}`
  const sections = progressOf(session, now)
  const done = sections.filter(({ progress }) => progress === 'done').length
  const isOpen = notice?.kind !== 'all' && done < sections.length
  const own = ownAnswer(session)
  const isAsleep = group.record.group[0]?.state === 'asleep'
  const said = announcementIn(session.announcement, language, now)
  return (
    <Frame
      movement={movement}
      session={session}
      language={language}
      title={notice ? `${notice.title} – ${name}` : name}
      path={action}
    >
      {notice && <NoticeBox {...notice} />}
      {notice?.kind === 'all' && <NextGroup session={session} />}
      <Receipt session={session} notice={notice} page={page} />
      <h1>{name}</h1>
      {isOpen && !notice && !own && <p class="lead">{text.lead(firstName(session.person.name))}</p>}
      {own && !notice && !isAsleep && <p class="note">{text.youAnswered(dayOf(own.at, session))}</p>}
      {isOpen && (
        <a class="skip" href="#right">
          {text.toAllRight(done > 0 ? text.restRight : text.allRight)}
        </a>
      )}
      <WhoseLink session={session} />
      <Unsubscribed back={back} language={language} movement={movement} />
      <Waiting session={session} />
      <Answered session={session} now={now} />
      {isAsleep && <Asleep session={session} page={page} />}
      {said && <AnnouncementCard said={said} language={language} movement={movement} />}
      <PollCard session={session} page={page} typed={typed} />
      <div class="row between">
        <h2 id="sections">{text.whatWeKnow}</h2>
        <p class="soft">{text.progress(done, sections.length)}</p>
      </div>
      <div class="card briefs">
        {sections.map((section) => (
          <SectionCard session={session} section={section.name} progress={section.progress} now={now} page={page} />
        ))}
      </div>
      {isOpen && <AllRight action={action} page={page} label={done > 0 ? text.restRight : text.allRight} />}
      {given && <GivenBackPart session={session} given={given} />}
      <Further session={session} now={now} />
    </Frame>
  )
}

/** Whoever answers for several groups is led to those that nobody has answered for. */
function NextGroup({ session: { group, groups, movement, round, language, path } }: { session: GroupLinkSession }) {
  const writesTo: readonly string[] = movement.writesTo
  const owed = groups.filter(
    ({ uid, state, hasAnswered }) => round !== null && uid !== group.uid && writesTo.includes(state) && !hasAnswered,
  )
  const [next] = owed
  if (!next) return null
  const text = textIn(language, movement).form
  return (
    <p>
      <a class="button big" href={owed.length === 1 ? `${path}/${next.uid}` : path}>
        {owed.length === 1 ? text.nextGroup(next.name) : text.nextGroups(owed.length)}
      </a>
    </p>
  )
}

function progressOf(session: GroupLinkSession, now: Date): { name: SectionName; progress: SectionProgress }[] {
  const { checks } = session.group
  return session.movement.sections.asked.map((section) => {
    const { name } = section
    const about = { name, isIncomplete: isIncomplete(session, section) }
    return { name, progress: sectionProgress(about, { ...session, checks }, now) }
  })
}

/** What the visitor said of the group in this round. */
function ownAnswer({ group, person }: GroupLinkSession) {
  return group.answers.find(({ byUid, kind }) => byUid === person.uid && kind !== 'not_my_group')
}

function dayOf(at: Date, { movement, language }: GroupLinkSession): string {
  return showDay(localTime(at, movement.timeZone).day, language)
}

type AllRightProps = { action: string; page: string; label: string }

/** The one button that answers for everything. It stays in sight while one reads what it answers for. */
function AllRight({ action, page, label }: AllRightProps) {
  return (
    <form method="post" action={action} class="bar">
      <input type="hidden" name="page" value={page} />
      <button id="right" type="submit" class="big">
        {label}
      </button>
    </form>
  )
}

/** What is neither right nor wrong. */
function Further({ session, now }: { session: GroupLinkSession; now: Date }) {
  const { movement, group, groups, language, path } = session
  const left = session.exits.filter((exit) => exit.isOwn && mayReturn(exit, now))
  const { form, givenBack, history, membership, word, me } = textIn(language, movement)
  const address = `${path}/${group.uid}`
  const links: [href: string, label: string][] = [
    ...(groups.length > 1 ? [[path, form.otherGroups] as [string, string]] : []),
    [`${address}/history`, history.see],
    [`${address}/keep`, givenBack.keep.see],
    [`${address}/part`, membership.see],
    [`${path}/word?group=${group.uid}`, word.see],
    [`${path}/me`, me.see],
    ...left.map((exit): [string, string] => [
      toLeft(path, exit.uid),
      membership.orComeBack(exitWords(exit, session).title),
    ]),
  ]
  return (
    <ul class="links">
      {links.map(([href, label]) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  )
}

/** A group that sleeps says so first, and wakes by one press. */
function Asleep({ session: { movement, group, language, path }, page }: { session: GroupLinkSession; page: string }) {
  const text = textIn(language, movement).membership
  return (
    <form method="post" action={`${path}/${group.uid}/part`} class="note flow">
      <input type="hidden" name="page" value={page} />
      <p>{text.asleep}</p>
      <button type="submit" class="quiet" name="do" value="wake">
        {text.changes.wake.button}
      </button>
    </form>
  )
}

/** Names that are read at a glance. */
const waitingShown = 3

/** More people were named than may be written to by themselves: the group hears that nothing is lost. */
function Waiting({ session: { movement, group, language } }: { session: GroupLinkSession }) {
  if (group.waiting.length === 0) return null
  const names = group.record.referents.filter(({ uid }) => group.waiting.includes(uid)).map(({ name }) => name)
  const text = textIn(language, movement).form
  return <p class="note">{text.waiting(names.slice(0, waitingShown), Math.max(0, names.length - waitingShown))}</p>
}

/** Somebody else of the group answered this month already, and the visitor has not. */
function Answered({ session, now }: { session: GroupLinkSession; now: Date }) {
  const answers = session.group.answers.filter((answer) => answer.kind !== 'not_my_group')
  const [other] = answers
  if (!other || answers.some(({ byUid }) => byUid === session.person.uid)) return null
  const days = Math.floor((now.getTime() - other.at.getTime()) / 86_400_000)
  const text = textIn(session.language, session.movement)
  return (
    <p class="note">{text.form.answered(other.by ?? capital(text.page.somebody), showAge(days, session.language))}</p>
  )
}
