import { publishPublicGroups } from '#shared/actions/publish-groups.ts'
import type { Integration } from '../integration.ts'
import { geoJson } from './geojson.ts'
import { goGoCartoJson } from './gogocarto.ts'
import { allowAll, serveMap } from './serve-map.ts'

/** The groups for maps: GeoJSON (RFC 7946) for uMap and Leaflet, and what GoGoCarto pulls. */
export const mapFeed: Integration = {
  name: 'map',
  isOn: ({ feeds }) => feeds.map !== 'off',
  addRoutes: (app) => {
    app.get('/feeds/groups.geojson', (context) => serveMap(context, geoJson))
    app.get('/feeds/groups.json', (context) => serveMap(context, goGoCartoJson))
    for (const path of ['/feeds/groups.geojson', '/feeds/groups.json']) app.options(path, allowAll)
  },
  publish: [publishPublicGroups],
}
