import { publishPublicGroups } from '#shared/actions/publish-groups.ts'
import type { Integration } from '../integration.ts'
import { showCard } from './show-card.tsx'
import { showFind } from './show-find.tsx'

/** The page on which visitors of the movement's site find a group near them. */
export const findPages: Integration = {
  name: 'find',
  isOn: ({ feeds }) => feeds.find === 'public',
  addRoutes: (app) => {
    app.get('/find', showFind)
    app.get('/find/:group', showCard)
  },
  publish: [publishPublicGroups],
}
