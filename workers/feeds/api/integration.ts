import type { Integration } from '../integration.ts'
import { openApi } from './open-api.ts'
import { serveApi } from './serve-api.ts'

/** The network for programs (n8n, NocoDB, Baserow, scripts), for whoever has a key of it. */
export const apiRoutes: Integration = {
  name: 'api',
  // Without a key it opens to nobody
  isOn: () => true,
  addRoutes: (app) => {
    app.get('/api/v1/openapi.json', (context) =>
      context.json(openApi(context.env.PUBLIC_URL, context.var.movement.sections)),
    )
    app.get('/api/v1/:resource', serveApi)
  },
  publish: [],
}
