import movement from '#movement'
import { ask } from '#shared/db/ask.ts'
import { figures } from '#shared/db/figures.ts'
import { countGroups } from '#shared/db/group-list.ts'
import { mailCounts } from '#shared/db/mail-list.ts'
import { regionCounts, roundAnswers, sectionFreshness } from '#shared/db/metrics.ts'
import { everything } from '#shared/domain/group-filter.ts'
import { textIn } from '#shared/text/text.ts'
import { AnswersFigure } from './answers-figure.tsx'
import { Hatching } from './chart/bars.tsx'
import type { DashboardContext } from './env.ts'
import { FiguresTable } from './figures-table.tsx'
import { respondFrame } from './frame.tsx'
import { FreshnessFigure } from './freshness-figure.tsx'
import { Headline } from './headline.tsx'
import { MailLedger } from './mail-ledger.tsx'
import { NextDates } from './next-dates.tsx'
import { RegionsFigure } from './regions-figure.tsx'

/** A month says little alone: this one and the six before it. */
const roundsShown = 7

/** The first page: who answered, how old is what we know, where the groups are, what leaves next. */
export async function showOverview(context: DashboardContext): Promise<Response> {
  const { now, language } = context.var
  const { DB } = context.env
  const { rounds, sections, regions, mails, totals, silent } = await ask(DB, {
    rounds: roundAnswers(DB, roundsShown),
    sections: sectionFreshness(DB, movement.writesTo, now),
    regions: regionCounts(DB),
    mails: mailCounts(DB),
    totals: figures(DB, now),
    silent: countGroups(DB, { ...everything, answered: 'no' }, { writesTo: movement.writesTo, now }),
  })
  const common = { language, now }
  const isEmpty = regions.length === 0
  return respondFrame(context, {
    title: textIn(language).dashboard.today,
    children: (
      <>
        <Hatching />
        <Headline {...common} rounds={rounds} regions={regions} silent={silent} />
        <div class="spread">
          <div class="major">
            <AnswersFigure {...common} rounds={rounds} />
          </div>
          <div class="minor">
            <NextDates {...common} rounds={rounds} />
            <MailLedger {...common} mails={mails} />
          </div>
        </div>
        {!isEmpty && (
          <div class="halves">
            <FreshnessFigure {...common} sections={sections} />
            <RegionsFigure {...common} regions={regions} />
          </div>
        )}
        {!isEmpty && <FiguresTable {...common} totals={totals} />}
      </>
    ),
  })
}
