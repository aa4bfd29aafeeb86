import { type RegionCount, total } from '#shared/db/metrics.ts'
import { answeredBy, daysOpen, type RoundAnswers } from '#shared/domain/answer-curve.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import { nextRound, opening } from '#shared/domain/round.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import { capital } from '#shared/text/capital.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { dayName, momentName, monthName } from './dates.ts'

type HeadlineProps = {
  movement: Movement
  language: Language
  now: Date
  rounds: readonly RoundAnswers[]
  regions: readonly RegionCount[]
  /** Whoever looks may also do something about it. */
  mayAct: boolean
}

/** The news of the day, in one sentence. */
export function Headline({ movement, language, now, rounds, regions, mayAct }: HeadlineProps) {
  const text = textIn(language, movement).dashboard.overview
  const today = capital(dayName(localTime(now, movement.timeZone).day, language))
  const [round, before] = rounds
  const groups = regions.reduce((sum, region) => sum + total(region.groups), 0)
  if (groups === 0) {
    return (
      <Words kicker={today} title={text.emptyTitle} lead={mayAct ? text.emptyLead : text.emptyOthers}>
        {mayAct && <StartLink language={language} movement={movement} />}
      </Words>
    )
  }
  if (!round) {
    const next = nextRound(now, movement)
    const lead = next ? text.beforeLead(momentName(opening(next).dueAt, movement.timeZone, language, movement)) : ''
    return (
      <Words kicker={today} title={text.beforeTitle(groups)} lead={lead}>
        {mayAct && <StartLink language={language} movement={movement} />}
      </Words>
    )
  }
  const day = daysOpen(round, now)
  const kicker = text.kicker(today, monthName(round.round, language), Math.floor(day) + 1)
  if (round.asked === 0) return <Words kicker={kicker} title={text.nobodyAsked} lead={text.nobodyAskedLead} />
  const answered = answeredBy(round, day)
  const title = answered >= round.asked ? text.allAnswered(round.asked) : text.answered(answered, round.asked)
  const lead = before
    ? text.compared(answered - answeredBy(before, day), monthName(before.round, language))
    : text.firstRound
  return (
    <Words kicker={kicker} title={title} lead={lead}>
      {answered < round.asked && (
        <p>
          <a href={`${groupsPath({ answered: 'no' })}&sort=answered`}>{text.seeSilent(round.asked - answered)}</a>
        </p>
      )}
    </Words>
  )
}

/** Where the first round is made ready. */
function StartLink({ language, movement }: { language: Language; movement: OwnWords }) {
  return (
    <p>
      <a class="button" href="/desk/start">
        {textIn(language, movement).start.link}
      </a>
    </p>
  )
}

type WordsProps = { kicker: string; title: string; lead: string; children?: unknown }

function Words({ kicker, title, lead, children }: WordsProps) {
  return (
    <div class="headline">
      <p class="kicker">{kicker}</p>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {children}
    </div>
  )
}
