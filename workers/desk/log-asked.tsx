import * as z from 'zod'
import { addDays, type Day } from '#shared/domain/day.ts'
import { instantOf } from '#shared/domain/zone.ts'
import { textIn } from '#shared/text/text.ts'
import type { DeskContext } from './env.ts'

const logPath = '/desk/log'
const whose = ['team', 'me', 'all'] as const

/** Which part of the log is looked at: of whom, calls alone, up to which day. */
export type LogAsked = { who: (typeof whose)[number]; calls: boolean; until: Day | '' }

export function readLogAsked({ req }: DeskContext): LogAsked {
  const read = z.iso.date().safeParse(req.query('until'))
  const who = whose.find((one) => one === req.query('who')) ?? 'team'
  return { who, calls: req.query('what') === 'calls', until: read.data ?? '' }
}

/** The same for the database; a day is whole. */
export function eventsAsked({ var: { session, movement } }: DeskContext, { who, calls, until }: LogAsked) {
  const next = until && addDays(until, 1)
  return {
    // Calls are the team's, whoever is asked for
    who: who === 'all' && !calls ? ('all' as const) : ('team' as const),
    by: who === 'me' ? session.coordinator.email : null,
    action: calls ? ('report_call' as const) : null,
    until: next ? instantOf({ day: next, time: '00:00' }, movement.timeZone) : null,
  }
}

/** Where the same part goes on below an event. */
export function pathBefore({ who, calls, until }: LogAsked, before: number): string {
  const kept = { ...(who !== 'team' && { who }), ...(calls && { what: 'calls' }), ...(until && { until }) }
  return `${logPath}?${new URLSearchParams({ ...kept, before: String(before) })}`
}

export function LogFilters({ context: { var: own }, asked }: { context: DeskContext; asked: LogAsked }) {
  const { desk, dashboard } = textIn(own.language, own.movement)
  const text = desk.log.filter
  return (
    <form class="row finder" method="get" action={logPath}>
      <div class="field">
        <label for="who">{text.who}</label>
        <select id="who" name="who">
          {whose.map((one) => (
            <option value={one} selected={one === asked.who}>
              {text.whose[one]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="what">{text.what}</label>
        <select id="what" name="what">
          <option value="">{text.everything}</option>
          <option value="calls" selected={asked.calls}>
            {text.calls}
          </option>
        </select>
      </div>
      <div class="field">
        <label for="until">{text.until}</label>
        <input type="date" id="until" name="until" value={asked.until} />
      </div>
      <button type="submit">{dashboard.groups.show}</button>
    </form>
  )
}
