import { countActivity, listCampaignParts, listThemes } from '#shared/db/activity-counts.ts'
import { ask } from '#shared/db/ask.ts'
import { addedUp, listFiguresByRegion } from '#shared/db/figures-by-region.ts'
import { listRegions, listRegionsIn, listRounds } from '#shared/db/group-list.ts'
import { sectionFreshness } from '#shared/db/metrics.ts'
import { roundSummaries, sectionAges } from '#shared/db/network.ts'
import type { ReadDatabase } from '#shared/db/read-only.ts'
import { departmentName } from '#shared/domain/departments.ts'
import type { RoundSummary } from '#shared/domain/network.ts'
import { isWithin } from '#shared/domain/period.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import { countryName } from '#shared/record/country-formats.ts'
import { longestDays } from '#shared/settings/sequence.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { AgesSection, agesFigure } from './ages-figure.tsx'
import { byRegionFigure } from './by-region-figure.tsx'
import { campaignsFigure } from './campaigns-figure.tsx'
import { type Figure, FigureSection } from './chart/figure.tsx'
import { comparisonFigure, OpenTable } from './comparison.tsx'
import { monthName } from './dates.ts'
import type { DashboardContext } from './env.ts'
import { NetworkFilters } from './network-filters.tsx'
import { type NetworkQuery, networkPath, readNetworkQuery } from './network-query.ts'
import { groupsFigure, membersFigure, rateFigure, timeFigure } from './series-figures.tsx'
import { takeFigure, takePaths } from './take-figure.ts'
import { themesFigure } from './themes-figure.tsx'

const addedDays = (instant: Date, days: number) => new Date(instant.getTime() + days * 86_400_000)

/** Ten years of months to choose from. */
const monthsOffered = 120
const linesShown = 12

/** The network over time: any period, any place, against another period. */
export async function showNetwork(context: DashboardContext): Promise<Response> {
  const { movement, language } = context.var
  const asked = await readNetwork(context)
  const { query, answers, within, ages, isCurrent, before, last } = asked
  const figures = figuresOf(asked)
  const take = takePaths('/dashboard/network', `?${networkPath({ ...query, chosen: query.against }).split('?')[1]}`)
  const section = (figure: Figure | null) => (
    <FigureSection figure={figure} take={take} language={language} movement={movement} />
  )
  return respondFrame(context, {
    title: textIn(language, movement).dashboard.network.title,
    children: (
      <>
        <Headline movement={movement} {...within} countries={movement.countries} />
        {answers.rounds.length + answers.places.length > 0 && (
          <NetworkFilters
            movement={movement}
            query={query}
            language={language}
            places={answers.places}
            rounds={answers.rounds}
          />
        )}
        {last && <div class="halves">{figures.series.map(section)}</div>}
        {last && (ages.length > 0 || isCurrent) && <AgesSection {...agesOf(asked)} take={take} />}
        <div class="halves">{figures.activity.map(section)}</div>
        {(last || before.length > 0) && (
          <OpenTable figure={figures.compared} take={take(figures.compared)} language={language} movement={movement} />
        )}
        {figures.byRegion && (
          <OpenTable figure={figures.byRegion} take={take(figures.byRegion)} language={language} movement={movement} />
        )}
      </>
    ),
  })
}

/** One of its figures, to take along. */
export async function takeNetworkFigure(context: DashboardContext): Promise<Response> {
  const asked = await readNetwork(context)
  const { series, activity, compared, byRegion } = figuresOf(asked)
  return takeFigure(context, [...series, agesFigure(agesOf(asked)), ...activity, compared, byRegion])
}

type Network = Awaited<ReturnType<typeof readNetwork>>

async function readNetwork(context: DashboardContext) {
  const { movement, now, language } = context.var
  const today = localTime(now, movement.timeZone).day
  const asked = readNetworkQuery(
    new URL(context.req.url).searchParams,
    today,
    movement.countries,
    movement.calendar.every,
  )
  const query = await withRegions(context.env.DB, asked, movement)
  const { period, against } = query
  const answers = await askNetwork(context.env.DB, query, movement, now)
  const within = { rounds: answers.summaries.filter(({ round }) => isWithin(round, period)), language, query }
  return {
    movement,
    language,
    query,
    answers,
    within,
    ages: answers.ages.filter(({ round }) => isWithin(round, period)),
    isCurrent: isWithin(localTime(now, movement.timeZone).day.slice(0, 7), period),
    before: answers.summaries.filter(({ round }) => isWithin(round, against)),
    last: within.rounds.at(-1),
  }
}

/** What a country is: its regions, unless one of them is chosen. */
async function withRegions(db: ReadDatabase, query: NetworkQuery, { country }: Movement): Promise<NetworkQuery> {
  if (query.country === '') return query
  const { regions } = await ask(db, { regions: listRegionsIn(db, query.country, country) })
  // Whoever changes the country leaves the region chosen that they looked at before
  const isThere = query.place.region === '' || regions.includes(query.place.region)
  return { ...query, place: { ...(isThere ? query.place : { region: '', department: '' }), regions } }
}

function figuresOf({ movement, language, query, answers, within, ages, before }: Network) {
  const ofSeries = { ...within, before, own: movement }
  const ofActivity = { activity: answers.activity, query, language, own: movement }
  const agesBefore = answers.ages.filter(({ round }) => isWithin(round, query.against))
  return {
    series: [groupsFigure(ofSeries), membersFigure(ofSeries), rateFigure(ofSeries), timeFigure(ofSeries)],
    activity: [
      movement.sections.of('trainings') ? themesFigure({ themes: answers.themes, ...ofActivity }) : null,
      movement.sections.of('campaigns') ? campaignsFigure({ campaigns: answers.campaigns, ...ofActivity }) : null,
    ],
    compared: comparisonFigure({
      query,
      sections: movement.sections,
      language,
      sides: [
        { rounds: within.rounds, ages, activity: answers.activity },
        { rounds: before, ages: agesBefore, activity: answers.activityAgainst },
      ],
    }),
    byRegion: byRegionFigure({
      regions: answers.regions,
      sections: movement.sections,
      language,
    }),
  }
}

function agesOf({ movement, language, query, answers, within, ages, isCurrent }: Network) {
  return {
    movement,
    ages,
    today: isCurrent ? answers.fresh : [],
    place: query.place,
    note: agesNote(query, ages[0]?.round, within.rounds, language, movement),
    language,
  }
}

/** Of the period that is looked at and of the one beside it. One trip. */
async function askNetwork(db: ReadDatabase, { place, period, against }: NetworkQuery, movement: Movement, now: Date) {
  const both = {
    from: [period.from, against.from].sort()[0] ?? period.from,
    until: [period.until, against.until].sort()[1] ?? period.until,
  }
  // Of all regions, what was done is told region by region, and added up from there
  const isOfAll = place.region === '' && place.department === ''
  const answers = await ask(db, {
    summaries: roundSummaries(db, place, both, addedDays(now, -longestDays(movement.calendar.sequence))),
    ages: sectionAges(db, movement.sections.names, place, both),
    fresh: sectionFreshness(db, movement, now, place),
    done: isOfAll ? listFiguresByRegion(db, place, period) : countActivity(db, place, period),
    activityAgainst: countActivity(db, place, against),
    themes: listThemes(db, place, period, linesShown),
    campaigns: listCampaignParts(db, place, period, linesShown),
    places: listRegions(db),
    rounds: listRounds(db, monthsOffered),
  })
  const { done } = answers
  const regions = Array.isArray(done) ? done : []
  return { ...answers, regions, activity: Array.isArray(done) ? addedUp(done) : done }
}

type HeadlineProps = {
  rounds: readonly RoundSummary[]
  query: NetworkQuery
  language: Language
  movement: OwnWords
  countries: readonly string[]
}

/** How large the network is at the end of the period, and what that is beside its beginning. */
function Headline({ rounds, query: { country, place }, language, movement, countries }: HeadlineProps) {
  const text = textIn(language, movement).dashboard.network
  const [first, last] = [rounds[0], rounds.at(-1)]
  const groupsIn = ({ groups }: RoundSummary) => groups.active + groups.starting
  const within = country ? countryName(country, language) : ''
  const where = [
    last ? text.titleAt(monthName(last.round, language)) : '',
    within,
    place.region,
    departmentName(countries, place.department),
  ].filter((part) => part !== '')
  return (
    <div class="headline">
      {where.length > 0 && <p class="kicker">{where.join(' · ')}</p>}
      <h1>{last ? text.headline(groupsIn(last), last.members) : text.title}</h1>
      <p class="lead">
        {first && first === last
          ? text.oneRound
          : first && last
            ? text.change(
                monthName(first.round, language),
                groupsIn(last) - groupsIn(first),
                last.members - first.members,
              )
            : text.noRound}
      </p>
    </div>
  )
}

/** Ages were kept by region before they were by department: says so where the curves begin later than the rounds. */
function agesNote(
  { place }: NetworkQuery,
  first: string | undefined,
  rounds: readonly RoundSummary[],
  language: Language,
  movement: OwnWords,
): string | undefined {
  const { agesSince, agesOnlyNow } = textIn(language, movement).dashboard.network
  const begins = rounds.find(({ isOpen }) => !isOpen)?.round
  if (place.department === '' || !begins || first === begins) return undefined
  return first ? agesSince(monthName(first, language)) : agesOnlyNow
}
