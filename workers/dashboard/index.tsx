import type { ExecutionContext } from '@cloudflare/workers-types'
import { Hono, type MiddlewareHandler } from 'hono'
import { readOnly } from '#shared/db/read-only.ts'
import { SettingsChanged } from '#shared/db/watch-settings.ts'
import { Problem } from '#shared/domain/problem.ts'
import { privately } from '#shared/html/respond.ts'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { leadToWhole, readPath } from '#workers/damaged-link.ts'
import { keptByNobody } from '#workers/kept-by-nobody.ts'
import { KnownMovement } from '#workers/known-movement.ts'
import { allowOwnStyle } from '#workers/own-style.ts'
import { takenAsSaid } from '#workers/taken-as-said.ts'
import { showTeamProblem } from '#workers/team/problem.tsx'
import { enter, refuseLong, settle, trimSlash } from '#workers/team/visitor.ts'
import { secureTransport } from '#workers/transport-security.ts'
import { whenSetUp } from '#workers/when-set-up.ts'
import { showChanges } from './changes.tsx'
import type { DashboardApp, DashboardEnv } from './env.ts'
import { exportJson, exportSheet, exportWorkbook } from './export-groups.ts'
import { showFeed } from './feed.ts'
import { showOneGroup } from './group.tsx'
import { takeGroupFigure } from './group-answers.tsx'
import { showGroupHistory } from './group-history.tsx'
import { groupJsonSchema } from './group-json.ts'
import { showGroups } from './group-list.tsx'
import { showMails } from './mails.tsx'
import { showMap, takeMapFigure } from './map.tsx'
import { showNetwork, takeNetworkFigure } from './network.tsx'
import { exportQuestion, showQuestions, takeQuestionFigure } from './questions.tsx'
import { showToday, takeTodaysFigure } from './today.tsx'

/** The dashboard, for the movement of which this is fixed. No page of it is given a database that writes. */
export function createDashboard(fixed: SomeSettings) {
  const known = new KnownMovement(fixed)
  return {
    fetch(request: Request, env: DashboardEnv, execution?: ExecutionContext): Promise<Response> {
      return whenSetUp(() =>
        known.use(readOnly(env.DB), async (movement, DB) =>
          dashboardOf(movement).fetch(request, { ...env, DB }, execution),
        ),
      )
    },
  }
}

const made = new WeakMap<Movement, Hono<DashboardApp>>()

/** Its pages and who may see them, for one movement. */
export function dashboardOf(movement: Movement): Hono<DashboardApp> {
  const known = made.get(movement)
  if (known) return known
  // Cloudflare leads here what begins so, such as `/dashboards`: nobody’s page, and no fault
  const app = new Hono<DashboardApp>({ getPath: readPath })
  app.use(keptByNobody)
  app.use(takenAsSaid)
  app.use(allowOwnStyle(movement))
  app.use(secureTransport)
  app.use(settle(movement))
  app.use(refuseLong)
  app.use(leadToWhole)
  app.use(trimSlash)
  addRoutes(app.basePath('/dashboard'))
  app.notFound((context) => {
    const isLooking = context.req.method === 'GET' || context.req.method === 'HEAD'
    return showTeamProblem(context, isLooking ? 'page_unknown' : 'method_unknown')
  })
  app.onError((error, context) => {
    if (error instanceof SettingsChanged) throw error
    return showTeamProblem(context, error)
  })
  made.set(movement, app)
  return app
}

/** Lets in whoever has signed in, and nobody else. */
const requireSession: MiddlewareHandler<DashboardApp> = async (context, next) => {
  const entered = await enter(context, context.env.DB)
  if (!entered) throw new Problem('session_missing')
  context.env.DB = entered.db
  await next()
  await entered.check()
}

function addRoutes(app: Hono<DashboardApp>): void {
  app.get('/feed/:token', showFeed)
  app.use(requireSession)
  app.get('/', showToday)
  app.get('/groups', showGroups)
  app.get('/groups.csv', exportSheet)
  app.get('/groups.xlsx', exportWorkbook)
  app.get('/groups.json', exportJson)
  app.get('/groups.schema.json', (context) =>
    context.json(groupJsonSchema(context.var.movement.sections), 200, privately),
  )
  app.get('/groups/:uid', showOneGroup)
  app.get('/groups/:uid/history', showGroupHistory)
  app.get('/groups/:uid/:file', takeGroupFigure)
  app.get('/changes', showChanges)
  app.get('/today/:file', takeTodaysFigure)
  app.get('/network', showNetwork)
  app.get('/network/:file', takeNetworkFigure)
  app.get('/questions', showQuestions)
  app.get('/questions.csv', exportQuestion)
  app.get('/questions/:file', takeQuestionFigure)
  app.get('/map', showMap)
  app.get('/map/:file', takeMapFigure)
  app.get('/mails', showMails)
}
