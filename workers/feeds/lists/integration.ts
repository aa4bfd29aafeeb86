import { compareLists } from '#shared/actions/compare-lists.ts'
import type { Integration } from '../integration.ts'
import { serveList } from './serve-list.ts'
import { takeDeparture } from './take-departure.ts'

/** Mailing lists, for what sends to them. A list opens with a key of its own only. */
export const listFeed: Integration = {
  name: 'lists',
  isOn: ({ lists }) => lists.length > 0,
  addRoutes: (app) => {
    app.get('/feeds/lists/:file{[a-z][a-z0-9_]{0,39}\\.txt}', serveList)
    app.post('/hooks/lists/:list{[a-z][a-z0-9_]{0,39}}', takeDeparture)
  },
  publish: [],
  publishHourly: [compareLists],
}
