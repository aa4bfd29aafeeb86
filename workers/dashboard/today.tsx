import { ask } from '#shared/db/ask.ts'
import { whatLeadsElsewhere } from '#shared/db/elsewhere.ts'
import { figures } from '#shared/db/figures.ts'
import { countGroups } from '#shared/db/group-list.ts'
import { judgementIn } from '#shared/db/group-where.ts'
import { mailControl } from '#shared/db/mail-control.ts'
import { mailCounts } from '#shared/db/mail-list.ts'
import { regionCounts, roundAnswers, sectionFreshness } from '#shared/db/metrics.ts'
import { listWords } from '#shared/db/notes-of-referents.ts'
import { recentEvents } from '#shared/db/recent.ts'
import { riskyGroups } from '#shared/db/risks.ts'
import { countRegistrations } from '#shared/db/team-registrations.ts'
import { listWaitingGroups } from '#shared/db/waiting-groups.ts'
import { everything } from '#shared/domain/group-filter.ts'
import { mayDo } from '#shared/domain/role.ts'
import { localTime } from '#shared/domain/zone.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { answersFigure } from './answers-figure.tsx'
import { Hatching } from './chart/bars.tsx'
import { FigureSection } from './chart/figure.tsx'
import type { DashboardContext } from './env.ts'
import { FeedAlert } from './feed-alert.tsx'
import { FiguresTable } from './figures-table.tsx'
import { freshnessFigure } from './freshness-figure.tsx'
import { Headline } from './headline.tsx'
import { lastVisit } from './last-visit.ts'
import { MachineAlert } from './machine-alert.tsx'
import { MailAlert } from './mail-alert.tsx'
import { MailSummary } from './mail-summary.tsx'
import { NextDates } from './next-dates.tsx'
import { regionsFigure } from './regions-figure.tsx'
import { RiskList } from './risk-list.tsx'
import { SinceVisit } from './since-visit.tsx'
import { takeFigure, takePaths } from './take-figure.ts'
import { WaitingList } from './waiting-list.tsx'

/** A month says little alone: this one and the six before it. */
const roundsShown = 7
/** Calls for each kind of worry: as many as fit in a morning. */
const callsShown = 3
const wordsShown = 5
const waitingShown = 5

/** The first page: who answered, whom to call, what changed, how old is what we know, what leaves next. */
export async function showToday(context: DashboardContext): Promise<Response> {
  const { movement, now, language } = context.var
  const { DB, HOST_TROUBLES } = context.env
  const since = lastVisit(context)
  const { day: today } = localTime(now, movement.timeZone)
  const mayAct = mayDo(context.var.session.coordinator, { role: 'acts' })
  const judgement = judgementIn(movement, now)
  const {
    rounds,
    sections,
    regions,
    mails,
    control,
    totals,
    orphans,
    risks,
    recent,
    words,
    waiting,
    elsewhere,
    registrations,
  } = await ask(DB, {
    rounds: roundAnswers(DB, roundsShown),
    sections: sectionFreshness(DB, movement, now),
    regions: regionCounts(DB),
    mails: mailCounts(DB),
    control: mailControl(DB, now),
    totals: figures(DB, movement.sections, today),
    orphans: countGroups(DB, { ...everything, reach: 'nobody', state: movement.writesTo }, judgement),
    risks: riskyGroups(DB, judgement, { eachKind: callsShown, today }),
    recent: recentEvents(DB, since),
    words: listWords(DB, { since }, wordsShown),
    waiting: listWaitingGroups(DB, null, waitingShown),
    elsewhere: whatLeadsElsewhere(DB),
    registrations: countRegistrations(DB),
  })
  const { join } = textIn(language, movement)
  const common = { movement, language, now }
  const take = takePaths('/dashboard/today')
  const isEmpty = regions.length === 0
  return respondFrame(context, {
    title: textIn(language, movement).dashboard.today,
    children: (
      <>
        <Hatching />
        <MachineAlert movement={movement} troubles={HOST_TROUBLES?.() ?? []} language={language} />
        <MailAlert movement={movement} control={control} language={language} />
        <FeedAlert movement={movement} state={elsewhere.published} troubled={elsewhere.troubled} language={language} />
        <Headline {...common} rounds={rounds} regions={regions} mayAct={mayAct} />
        {registrations > 0 && (
          <p class="note">
            {mayAct ? <a href="/desk/registrations">{join.today(registrations)}</a> : join.today(registrations)}
          </p>
        )}
        {isEmpty ? (
          <NextDates {...common} rounds={rounds} />
        ) : (
          <div class="spread">
            <div class="major">
              <FigureSection figure={answersFigure({ ...common, rounds })} take={take} {...common} />
              <WaitingList movement={movement} groups={waiting} language={language} />
              <RiskList mayAct={mayAct} movement={movement} groups={risks} orphans={orphans} language={language} />
            </div>
            <div class="minor">
              <SinceVisit
                movement={movement}
                since={since}
                recent={recent}
                words={words}
                mayAct={mayAct}
                language={language}
              />
              <MailSummary {...common} mails={mails} />
              <NextDates {...common} rounds={rounds} />
            </div>
          </div>
        )}
        {!isEmpty && (
          <div class="halves">
            <FigureSection figure={freshnessFigure({ ...common, sections })} take={take} {...common} />
            <FigureSection figure={regionsFigure({ ...common, regions })} take={take} {...common} />
          </div>
        )}
        {!isEmpty && <FiguresTable sections={movement.sections} language={language} totals={totals} today={today} />}
      </>
    ),
  })
}

/** One of its figures, to take along. */
export async function takeTodaysFigure(context: DashboardContext): Promise<Response> {
  const { movement, now, language } = context.var
  const { DB } = context.env
  const { rounds, sections, regions } = await ask(DB, {
    rounds: roundAnswers(DB, roundsShown),
    sections: sectionFreshness(DB, movement, now),
    regions: regionCounts(DB),
  })
  const common = { movement, language, now }
  return takeFigure(context, [
    answersFigure({ ...common, rounds }),
    freshnessFigure({ ...common, sections }),
    regionsFigure({ ...common, regions }),
  ])
}
