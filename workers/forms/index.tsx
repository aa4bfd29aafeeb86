import { type ExecutionContext, Hono, type MiddlewareHandler } from 'hono'
import { SettingsChanged } from '#shared/db/watch-settings.ts'
import { logoPath } from '#shared/html/own-logo.ts'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { isLanguage } from '#shared/text/language.ts'
import { currentTime } from '#workers/clock.ts'
import { leadToWhole, readPath } from '#workers/damaged-link.ts'
import { keptByNobody } from '#workers/kept-by-nobody.ts'
import { KnownMovement } from '#workers/known-movement.ts'
import { keepLanguage, readLanguageCookie } from '#workers/own-cookie.ts'
import { allowOwnStyle } from '#workers/own-style.ts'
import { refuseOversize } from '#workers/request-limits.ts'
import { takenAsSaid } from '#workers/taken-as-said.ts'
import { secureTransport } from '#workers/transport-security.ts'
import { whenSetUp } from '#workers/when-set-up.ts'
import { answerQuestion } from './answer-question.tsx'
import { pickLanguage } from './choose-language.ts'
import { keepChosen, readChosen } from './chosen-language.ts'
import { script } from './compiled.ts'
import { confirmGroup } from './confirm-group.tsx'
import { editSection } from './edit-section.tsx'
import type { FormsApp, FormsEnv } from './env.ts'
import { showHealth } from './health.ts'
import { showHome } from './home.tsx'
import { answerInvitation, showInvitation } from './invitation.tsx'
import { downloadGroup } from './keep/download-group.ts'
import { showKeep } from './keep/keep-page.tsx'
import { keepOwnCalendar, showOwnCalendar } from './keep/own-calendar.tsx'
import { keepAddress, showNewAddress } from './keep-address.tsx'
import { showLegalPage } from './legal-page.tsx'
import { partFromGroup, showMembership } from './membership.tsx'
import { downloadMe, eraseMe, saveConsents, showMe } from './my-data.tsx'
import { showNotMe, stopLink } from './not-me.tsx'
import { saveWord, showWord } from './note.tsx'
import { showPassed } from './passed/overview.tsx'
import { savePassedSection, showPassedSection } from './passed/section.tsx'
import { showProblem } from './problem.tsx'
import { refuseFloods, refuseOtherSites } from './request-guards.ts'
import { requestLink, showLinkRequest } from './request-link.tsx'
import { requestSignIn, showSignIn } from './request-sign-in.tsx'
import { comeBack } from './return-to-group.tsx'
import { saveSection } from './save-section.tsx'
import { serveLogo } from './serve-logo.ts'
import { serveScript } from './serve-script.ts'
import { showGroup } from './show-group.tsx'
import { showHistory } from './show-history.tsx'
import { showTakeBack, takeAddressBack } from './take-back-address.tsx'
import { takeBackConfirmation } from './take-back-confirmation.ts'
import { receiveReports } from './take-reports.ts'
import { showTest } from './test.tsx'
import { takeBackRevision } from './undo-revision.ts'
import { endMails, showUnsubscribe } from './unsubscribe.tsx'

const methods = ['GET', 'HEAD', 'POST']

/** The form, for the movement of which this is fixed. */
export function createForms(fixed: SomeSettings) {
  const known = new KnownMovement(fixed)
  return {
    fetch(request: Request, env: FormsEnv, execution?: ExecutionContext): Promise<Response> {
      return whenSetUp(() =>
        known.use(env.DB, async (movement, DB) => formsOf(movement).fetch(request, { ...env, DB }, execution)),
      )
    },
  }
}

const made = new WeakMap<Movement, Hono<FormsApp>>()

/** Its pages, for one movement. */
export function formsOf(movement: Movement): Hono<FormsApp> {
  const known = made.get(movement)
  if (known) return known
  const app = new Hono<FormsApp>({ getPath: readPath })
  app.use(keptByNobody)
  app.use(takenAsSaid)
  app.use(allowOwnStyle(movement))
  app.use(secureTransport)
  app.use(settle(movement))
  app.use(leadToWhole)
  addRoutes(app)
  app.notFound(async (context) => {
    if (methods.includes(context.req.method)) return showProblem(context, 'page_unknown')
    const page = await showProblem(context, 'method_unknown')
    page.headers.set('allow', methods.join(', '))
    return page
  })
  app.onError((error, context) => {
    if (error instanceof SettingsChanged) throw error
    return showProblem(context, error)
  })
  made.set(movement, app)
  return app
}

function addRoutes(app: Hono<FormsApp>): void {
  app.get('/', showHome)
  app.get('/health', showHealth)
  app.get(logoPath, serveLogo)
  app.get(script.path, serveScript)
  app.get('/u/:token', showGroup)
  app.get('/u/:token/word', showWord)
  app.post('/u/:token/word', saveWord)
  app.get('/u/:token/me', showMe)
  app.post('/u/:token/me', saveConsents)
  app.get('/u/:token/me/download', downloadMe)
  app.post('/u/:token/me/erase', eraseMe)
  app.post('/u/:token/language', pickLanguage)
  app.get('/u/:token/calendar', showOwnCalendar)
  app.post('/u/:token/calendar', keepOwnCalendar)
  app.get('/u/:token/not-me', showNotMe)
  app.post('/u/:token/not-me', stopLink)
  app.get('/u/:token/address', showNewAddress)
  app.post('/u/:token/address', keepAddress)
  app.get('/u/:token/:group', showGroup)
  app.post('/u/:token/:group', confirmGroup)
  app.get('/u/:token/:group/history', showHistory)
  app.post('/u/:token/:group/history', takeBackRevision)
  app.post('/u/:token/:group/history/confirmation', takeBackConfirmation)
  app.get('/u/:token/:group/keep', showKeep)
  app.get('/u/:token/:group/keep/:file', downloadGroup)
  app.get('/u/:token/:group/part', showMembership)
  app.post('/u/:token/:group/part', partFromGroup)
  app.post('/u/:token/:group/return', comeBack)
  app.post('/u/:token/:group/question', answerQuestion)
  app.get('/u/:token/:group/:section', editSection)
  app.post('/u/:token/:group/:section', saveSection)
  app.get('/p/:token', showPassed)
  app.get('/p/:token/:section', showPassedSection)
  app.post('/p/:token/:section', savePassedSection)
  app.get('/invitation/:token', showInvitation)
  app.post('/invitation/:token', answerInvitation)
  app.get('/back/:token', showTakeBack)
  app.post('/back/:token', takeAddressBack)
  app.get('/new-link', showLinkRequest)
  app.post('/new-link', requestLink)
  app.post('/hooks/:from', receiveReports)
  app.get('/unsubscribe/:token', showUnsubscribe)
  app.post('/unsubscribe/:token', endMails)
  app.get('/test/*', showTest)
  app.get('/accessibility', (context) => showLegalPage(context, 'accessibility'))
  app.get('/privacy', (context) => showLegalPage(context, 'privacy'))
  app.get('/sign-in', showSignIn)
  app.post('/sign-in', requestSignIn)
}

/** Settles whose form it is, when it is and which languages were asked for. */
function settle(movement: Movement): MiddlewareHandler<FormsApp> {
  return async (context, next) => {
    context.set('movement', movement)
    refuseOversize(context.req.raw)
    const { lang: asked } = context.req.query()
    const kept = readLanguageCookie(context)
    context.set('now', currentTime(context.env))
    context.set('asked', isLanguage(asked) ? asked : null)
    context.set('kept', isLanguage(kept) ? kept : null)
    context.set('chosen', readChosen(context))
    refuseOtherSites(context)
    await refuseFloods(context)
    await next()
    keepChosen(context)
    // Of whom we know, the language is kept with the person
    if (isLanguage(asked) && !context.req.path.startsWith('/u/')) keepLanguage(context, asked)
  }
}
