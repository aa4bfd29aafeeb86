import type { ExecutionContext } from '@cloudflare/workers-types'
import { Hono, type MiddlewareHandler } from 'hono'
import { SettingsChanged } from '#shared/db/watch-settings.ts'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { templateFormats } from '#shared/sheet/write-template.ts'
import { leadToWhole, readPath } from '#workers/damaged-link.ts'
import { keptByNobody } from '#workers/kept-by-nobody.ts'
import { KnownMovement } from '#workers/known-movement.ts'
import { refuseForeign } from '#workers/other-sites.ts'
import { allowOwnStyle } from '#workers/own-style.ts'
import { takenAsSaid } from '#workers/taken-as-said.ts'
import { showTeamProblem } from '#workers/team/problem.tsx'
import { refuseLong, settle, trimSlash } from '#workers/team/visitor.ts'
import { secureTransport } from '#workers/transport-security.ts'
import { whenSetUp } from '#workers/when-set-up.ts'
import { showAddresses } from './addresses.tsx'
import { saveAnnouncement, showAnnouncement } from './announcement.tsx'
import { actOnBulk } from './bulk/act-bulk.tsx'
import { showBulk } from './bulk/show-bulk.tsx'
import { shareCall, showCalls } from './calls.tsx'
import { saveCampaign, showCampaign, showCampaigns } from './campaigns.tsx'
import { showTeamSection } from './edit-section.tsx'
import type { DeskApp, DeskEnv } from './env.ts'
import { changeFeedKeys, showFeedKeys } from './feed-keys.tsx'
import { actOnFeeds, showFeeds } from './feeds/feeds.tsx'
import { showFound } from './find.tsx'
import { showFirstDay } from './first-day.tsx'
import { actOnGroup, showTeamGroup } from './group.tsx'
import { saveGroupCall, showGroupCall } from './group-call.tsx'
import { listGroupMails } from './group-mails.tsx'
import { showDesk } from './home.tsx'
import { showLog } from './log.tsx'
import { controlMails, showMailControl } from './mails.tsx'
import { addMergeRoutes } from './merge-routes.ts'
import { showAdditions } from './month.tsx'
import { makeGroup, showNewGroup } from './new-group.tsx'
import { actOnNote, showNotes } from './notes.tsx'
import { actOnPassing, showPassing } from './pass-link.tsx'
import { actOnPerson, downloadPerson, showPerson } from './person.tsx'
import { exportPhones, exportPhoneWorkbook, showPhones } from './phones.tsx'
import { previewMail } from './preview-mail.ts'
import { saveQuestion, showQuestion } from './question.tsx'
import { actOnRegistration, showRegistrations } from './registrations/list.tsx'
import { acceptOne, showOne } from './registrations/one.ts'
import { saveTeamSection } from './save-section.tsx'
import { actOnSecondFactor, showSecondFactor } from './second-factor/second-factor.tsx'
import { sendOwnTest } from './send-test.ts'
import { arrangeAsked } from './settings/arrange-asked.ts'
import { saveLists, showLists } from './settings/edit-lists.tsx'
import { saveLogo } from './settings/edit-logo.tsx'
import { saveOwnSection, showOwnSection } from './settings/edit-own-section.tsx'
import { savePageSentence, showPageSentence } from './settings/edit-page-sentence.tsx'
import { saveOwnQuestion, showOwnQuestion } from './settings/edit-question.tsx'
import { savePart, showPart } from './settings/edit-sentences.tsx'
import { saveSettingGroup, showSettingGroup } from './settings/edit-settings.tsx'
import { showSettingChanges, undoSettingChange } from './settings/setting-changes.tsx'
import { showAsked } from './settings/show-asked.tsx'
import { showSentences } from './settings/show-sentences.tsx'
import { showSettingPages } from './settings/show-settings.tsx'
import { showSheetUpload, takeSheet } from './sheets/import-sheet.tsx'
import { giveTemplate } from './sheets/template.tsx'
import { openTeamSession, showSignInButton } from './sign-in.tsx'
import { requireRole, requireSession } from './sign-in-guard.ts'
import { signOut } from './sign-out.ts'
import { saveTable } from './table/save-table.ts'
import { showTable } from './table/show-table.tsx'
import { exportCalls } from './take-calls.ts'
import { changeTeam, showTeam } from './team/team.tsx'
import { exportUnreached, showUnreached } from './unreached.tsx'
import { addWebhook, showWebhooks } from './webhooks/list.tsx'
import { actOnWebhook, showWebhook } from './webhooks/one.tsx'

/** The desk, where coordinators act, for the movement of which this is fixed. */
export function createDesk(fixed: SomeSettings) {
  const known = new KnownMovement(fixed)
  return {
    fetch(request: Request, env: DeskEnv, execution?: ExecutionContext): Promise<Response> {
      return whenSetUp(() =>
        known.use(env.DB, async (movement, DB) => deskOf(movement, fixed).fetch(request, { ...env, DB }, execution)),
      )
    },
  }
}

const made = new WeakMap<Movement, Hono<DeskApp>>()

/** Its pages and who may see them, for one movement. */
export function deskOf(movement: Movement, fixed: SomeSettings): Hono<DeskApp> {
  const known = made.get(movement)
  if (known) return known
  // Cloudflare leads here what begins so, such as `/desks`: nobody’s page, and no fault
  const app = new Hono<DeskApp>({ getPath: readPath })
  app.use(keptByNobody)
  app.use(takenAsSaid)
  app.use(allowOwnStyle(movement))
  app.use(secureTransport)
  app.use(settle(movement))
  app.use(async (context, next) => {
    context.set('fixed', fixed)
    return next()
  })
  app.use(refuseLong)
  app.use(refuseOthers)
  app.use(leadToWhole)
  app.use(trimSlash)
  addRoutes(app.basePath('/desk'))
  app.notFound((context) => {
    const isKnown = ['GET', 'HEAD', 'POST'].includes(context.req.method)
    return showTeamProblem(context, isKnown ? 'page_unknown' : 'method_unknown')
  })
  app.onError((error, context) => {
    if (error instanceof SettingsChanged) throw error
    return showTeamProblem(context, error)
  })
  made.set(movement, app)
  return app
}

/** What another site sends does nothing here. */
const refuseOthers: MiddlewareHandler<DeskApp> = async (context, next) => {
  if (context.req.method !== 'GET' && context.req.method !== 'HEAD') refuseForeign(context)
  return next()
}

function addRoutes(app: Hono<DeskApp>): void {
  app.get('/sign-in/:token', showSignInButton)
  app.post('/sign-in/:token', openTeamSession)
  app.post('/sign-out', signOut)
  addTeamRoutes(app)
  const acts = requireRole({ role: 'acts' })
  const decides = requireRole({ role: 'administers', everywhere: true })
  addMergeRoutes(app)
  app.get('/', acts, showDesk)
  app.get('/table', acts, showTable)
  app.post('/table', acts, saveTable)
  app.get('/bulk', acts, (context) => showBulk(context))
  app.post('/bulk', acts, actOnBulk)
  app.get('/groups/new', acts, showNewGroup)
  app.post('/groups/new', acts, makeGroup)
  app.get('/registrations', acts, showRegistrations)
  app.post('/registrations', acts, actOnRegistration)
  app.get('/registrations/:uid', acts, showOne)
  app.post('/registrations/:uid', acts, acceptOne)
  app.get('/people/:uid', acts, (context) => showPerson(context))
  app.post('/people/:uid', acts, actOnPerson)
  app.get('/sheets', decides, showSheetUpload)
  app.post('/sheets', decides, takeSheet)
  for (const format of templateFormats)
    app.get(`/sheets/template.${format}`, decides, (context) => giveTemplate(context, format))
  app.get('/notes', acts, showNotes)
  app.post('/notes', acts, actOnNote)
  app.get('/calls', acts, showCalls)
  app.post('/calls', acts, shareCall)
  app.get('/addresses', acts, showAddresses)
  app.get('/calls.csv', acts, (context) => exportCalls(context, 'csv'))
  app.get('/calls.xlsx', acts, (context) => exportCalls(context, 'xlsx'))
  app.get('/phones', acts, showPhones)
  app.get('/phones.csv', acts, exportPhones)
  app.get('/phones.xlsx', acts, exportPhoneWorkbook)
  app.get('/unreached', acts, showUnreached)
  app.get('/unreached.csv', acts, exportUnreached)
  app.get('/find', acts, showFound)
  app.get('/log', acts, showLog)
  const everywhere = requireRole({ role: 'acts', everywhere: true })
  app.get('/people/:uid/download', everywhere, downloadPerson)
  app.get('/campaigns', everywhere, showCampaigns)
  app.post('/campaigns', everywhere, saveCampaign)
  app.get('/campaigns/:uid', everywhere, showCampaign)
  app.post('/campaigns/:uid', everywhere, saveCampaign)
  app.get('/month', everywhere, showAdditions)
  app.get('/month/word', everywhere, showAnnouncement)
  app.post('/month/word', everywhere, saveAnnouncement)
  app.get('/month/question/:round', everywhere, showQuestion)
  app.post('/month/question/:round', everywhere, saveQuestion)
  app.get('/mails', decides, showMailControl)
  app.post('/mails', decides, controlMails)
  app.get('/settings', decides, showSettingPages)
  app.get('/settings/changes', decides, showSettingChanges)
  app.post('/settings/changes', decides, undoSettingChange)
  app.get('/settings/asked', decides, showAsked)
  app.post('/settings/asked', decides, arrangeAsked)
  app.get('/settings/asked/questions/new', decides, showOwnQuestion)
  app.post('/settings/asked/questions/new', decides, saveOwnQuestion)
  app.get('/settings/asked/questions/:question', decides, showOwnQuestion)
  app.post('/settings/asked/questions/:question', decides, saveOwnQuestion)
  app.get('/settings/asked/sections/new', decides, showOwnSection)
  app.post('/settings/asked/sections/new', decides, saveOwnSection)
  app.get('/settings/asked/sections/:part', decides, showOwnSection)
  app.post('/settings/asked/sections/:part', decides, saveOwnSection)
  app.get('/settings/lists', decides, showLists)
  app.post('/settings/lists', decides, saveLists)
  app.get('/settings/sentences', decides, showSentences)
  app.get('/settings/sentences/pages/:sentence', decides, showPageSentence)
  app.post('/settings/sentences/pages/:sentence', decides, savePageSentence)
  app.get('/settings/sentences/:mail', decides, showPart)
  app.post('/settings/sentences/:mail', decides, savePart)
  app.post('/settings/face/logo', decides, saveLogo)
  app.get('/settings/:page', decides, showSettingGroup)
  app.post('/settings/:page', decides, saveSettingGroup)
  app.get('/webhooks', decides, showWebhooks)
  app.post('/webhooks', decides, addWebhook)
  app.get('/webhooks/:uid', decides, showWebhook)
  app.post('/webhooks/:uid', decides, actOnWebhook)
  app.get('/groups/:uid', acts, (context) => showTeamGroup(context))
  app.post('/groups/:uid', acts, actOnGroup)
  app.get('/groups/:uid/call', acts, showGroupCall)
  app.post('/groups/:uid/call', acts, saveGroupCall)
  app.get('/groups/:uid/mail', everywhere, previewMail)
  app.get('/groups/:uid/mails', everywhere, (context) => listGroupMails(context))
  app.post('/groups/:uid/mails', everywhere, sendOwnTest)
  app.get('/groups/:uid/link', acts, showPassing)
  app.post('/groups/:uid/link', acts, actOnPassing)
  app.get('/groups/:uid/:section', acts, showTeamSection)
  app.post('/groups/:uid/:section', acts, saveTeamSection)
}

/** Who is of the team, how they sign in, where they begin, and which programs may read. */
function addTeamRoutes(app: Hono<DeskApp>): void {
  const decides = requireRole({ role: 'administers', everywhere: true })
  app.get('/start', requireRole({ role: 'acts' }), showFirstDay)
  app.get('/second-factor', requireSession, showSecondFactor)
  app.post('/second-factor', requireSession, actOnSecondFactor)
  app.get('/feeds', decides, showFeeds)
  app.post('/feeds', decides, actOnFeeds)
  app.get('/keys', decides, showFeedKeys)
  app.post('/keys', decides, changeFeedKeys)
  app.get('/team', decides, showTeam)
  app.post('/team', decides, changeTeam)
}
