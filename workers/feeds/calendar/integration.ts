import { publishCalendar } from '#shared/actions/publish-calendar.ts'
import { publishPublicGroups } from '#shared/actions/publish-groups.ts'
import type { Integration } from '../integration.ts'
import { serveCalendar, serveOwnCalendar } from './serve-calendar.ts'

/** Activities and trainings, for calendars. */
export const calendarFeed: Integration = {
  name: 'calendar',
  isOn: ({ feeds }) => feeds.calendar !== 'off',
  addRoutes: (app) => {
    app.get('/feeds/activities.ics', serveCalendar)
    app.get('/feeds/own/:file', serveOwnCalendar)
  },
  // Which groups want to be shown is published with them
  publish: [publishPublicGroups, publishCalendar],
}
