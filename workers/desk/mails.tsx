import { endRedirect, pauseMails, redirectMails, resumeMails } from '#shared/actions/control-mails.ts'
import { openRoundNow } from '#shared/actions/open-round.ts'
import { ask } from '#shared/db/ask.ts'
import { type MailControl, mailControl } from '#shared/db/mail-control.ts'
import { lastRound } from '#shared/db/rounds.ts'
import { storedSettings } from '#shared/db/settings.ts'
import { countWaitingMails, type WaitingCount } from '#shared/db/waiting-mails.ts'
import { Problem } from '#shared/domain/problem.ts'
import { mayDo } from '#shared/domain/role.ts'
import { nextRound, opening, roundFrom } from '#shared/domain/round.ts'
import { localTime } from '#shared/domain/zone.ts'
import { kindName } from '#shared/mail/kinds.ts'
import { showDay } from '#shared/record/show.ts'
import { cut } from '#shared/text/cut.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { DeskForm, formToken, type PostedDeskForm, readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { isOvertaken } from './meanwhile.tsx'
import { Done, NotDone } from './notice.tsx'
import { PutOff, putOffNextRound } from './put-off.tsx'
import { sendSoon } from './send-soon.ts'
import { requireFreshSignIn } from './sign-in-guard.ts'

const path = '/desk/mails'
/** Characters of why mails are paused, which the dashboard shows. */
const longestReason = 200

type State = Awaited<ReturnType<typeof find>>

/** What holds mails back or leads them elsewhere, what waits, and the month's round. */
export async function showMailControl(context: DeskContext): Promise<Response> {
  return respond(context, await find(context))
}

/** Pauses, resumes, redirects all mails, or opens the month's round now. */
export async function controlMails(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const text = textIn(context.var.language, context.var.movement)
  if (!form.isFresh) return respond(context, await find(context), { title: text.form.submitAgain, status: 400 })
  const acting = teamActing(context)
  switch (form.get('do')) {
    case 'pause':
      await pauseMails(acting, cut((form.get('why') ?? '').trim(), longestReason) || null)
      return leadTo(context, `${path}?done=mails_paused`)
    case 'resume':
      await resumeMails(acting)
      sendSoon(context)
      return leadTo(context, `${path}?done=mails_resumed`)
    case 'redirect':
      await redirectMails(acting, context.var.session.coordinator.email)
      return leadTo(context, `${path}?done=mails_redirected`)
    case 'end_redirect': {
      const isResending = form.get('resend') === 'oui'
      if (isResending) requireFreshSignIn(context)
      await endRedirect(acting, isResending)
      sendSoon(context)
      return leadTo(context, `${path}?done=redirect_ended`)
    }
    case 'open':
      return openRound(context)
    case 'put_off':
      return putOff(context, form, form.get('on') ?? '')
    case 'as_planned':
      return putOff(context, form, null)
    default:
      throw new Problem('page_stale')
  }
}

async function openRound(context: DeskContext): Promise<Response> {
  requireFreshSignIn(context)
  const { result } = await openRoundNow(teamActing(context), null)
  if (result !== 'opened') {
    const title = textIn(context.var.language, context.var.movement).desk.mails.notOpened[result]
    return respond(context, await find(context), { title, status: 409 })
  }
  sendSoon(context)
  return leadTo(context, `${path}?done=round_opened`)
}

/** The next round opens on the day that was typed; null: as planned. */
async function putOff(context: DeskContext, form: PostedDeskForm, typed: string | null): Promise<Response> {
  const state = await find(context)
  const { now, movement, language } = context.var
  const next = nextRound(now, movement, state.last?.key)
  if (next && isOvertaken(form, opening(next).on)) {
    const title = textIn(language, movement).desk.mails.putOffMeanwhile(showDay(opening(next).on, language))
    return respond(context, state, { title, status: 409, typed: typed ?? '' })
  }
  const trouble = await putOffNextRound(context, state, typed)
  if (trouble) return respond(context, state, { ...trouble, typed: typed ?? '' })
  return leadTo(context, `${path}?done=${typed === null ? 'round_as_planned' : 'round_put_off'}`)
}

function find(context: DeskContext) {
  const { reads, now } = context.var
  return ask(reads, {
    control: mailControl(reads, now),
    waiting: countWaitingMails(reads),
    last: lastRound(reads),
    stored: storedSettings(reads),
  })
}

async function respond(
  context: DeskContext,
  { control, waiting, last }: State,
  trouble?: { title: string; status: number; typed?: string },
): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement).desk.mails
  const token = await formToken(context, path)
  return respondFrame(context, {
    title: text.title,
    status: trouble?.status ?? 200,
    children: (
      <>
        <Done context={context} />
        {trouble && <NotDone title={trouble.title} />}
        <div class="headline">
          <h1>{text.title}</h1>
          <p class="lead">{control.pause ? text.isPaused : control.redirect ? text.isRedirected : text.isLeaving}</p>
        </div>
        <div class="halves">
          <Pause context={context} control={control} token={token} />
          <Redirect context={context} control={control} token={token} />
        </div>
        <div class="halves">
          <Round context={context} token={token} last={last?.key} typed={trouble?.typed ?? ''} />
          <Waiting context={context} waiting={waiting} />
        </div>
      </>
    ),
  })
}

type PartProps = { context: DeskContext; control: MailControl; token: string }

function Pause({ context, control: { pause }, token }: PartProps) {
  const text = textIn(context.var.language, context.var.movement).desk.mails
  return (
    <section aria-labelledby="pause">
      <h2 id="pause">{pause ? text.pausedTitle : text.pauseTitle}</h2>
      <p class="says">{pause ? text.pausedSince(dayIn(context, pause.since), pause.words) : text.pauseLead}</p>
      <DeskForm path={path} token={token}>
        {!pause && (
          <div class="field">
            <label for="why">{text.why}</label>
            <input type="text" id="why" name="why" autocomplete="off" maxlength={longestReason} />
          </div>
        )}
        <button type="submit" class="quiet" name="do" value={pause ? 'resume' : 'pause'}>
          {pause ? text.resume : text.pause}
        </button>
      </DeskForm>
    </section>
  )
}

function Redirect({ context, control: { redirect }, token }: PartProps) {
  const text = textIn(context.var.language, context.var.movement).desk.mails
  return (
    <section aria-labelledby="redirect">
      <h2 id="redirect">{text.redirectTitle}</h2>
      <p class="says">
        {redirect ? text.redirectedSince(dayIn(context, redirect.since), redirect.address) : text.redirectLead}
      </p>
      <DeskForm path={path} token={token}>
        {redirect && (
          <label class="pick" for="resend">
            <input type="checkbox" id="resend" name="resend" value="oui" />
            {text.resend}
          </label>
        )}
        <button type="submit" class="quiet" name="do" value={redirect ? 'end_redirect' : 'redirect'}>
          {redirect ? text.endRedirect : text.redirect}
        </button>
      </DeskForm>
    </section>
  )
}

type RoundProps = { context: DeskContext; token: string; last: string | undefined; typed: string }

function Round({ context, token, last, typed }: RoundProps) {
  const { language, movement, now, session } = context.var
  const text = textIn(language, movement).desk.mails
  const next = nextRound(now, movement, last)
  const decides = mayDo(session.coordinator, { role: 'administers', everywhere: true })
  return (
    <section aria-labelledby="round">
      <h2 id="round">{text.roundTitle}</h2>
      <p class="says">{text.roundLead}</p>
      {next && <p>{text.nextRound(showDay(opening(next).on, language))}</p>}
      <p class="alone">
        <a href="/desk/month#read">{textIn(language, movement).start.read.link}</a>
      </p>
      {decides && (
        <p class="alone">
          <a href="/desk/settings/calendar">{text.calendar}</a>
        </p>
      )}
      {next && decides && <PutOff context={context} token={token} round={next} typed={typed} />}
      <details>
        <summary>{text.openNow}</summary>
        <DeskForm path={path} token={token}>
          <p>{text.openNowLead}</p>
          <OpenedNow context={context} last={last} />
          <button type="submit" class="quiet" name="do" value="open">
            {text.openNow}
          </button>
        </DeskForm>
      </details>
    </section>
  )
}

/** What follows when the month's round opens today: nobody should learn of the next mail by its arrival. */
function OpenedNow({ context, last = '' }: { context: DeskContext; last: string | undefined }) {
  const { language, movement, now } = context.var
  const text = textIn(language, movement).desk.mails
  const today = localTime(now, movement.timeZone).day
  const key = today.slice(0, 7)
  if (last >= key) return null
  const next = nextRound(now, movement, key)
  const until = next ? opening(next).on : '~'
  // The next opening ends what is left of this one
  const [, ...later] = roundFrom(key, today, movement).steps.filter(({ on }) => on < until)
  return (
    <>
      {later.length > 0 && <p>{text.openNowDates(later.map(({ on }) => showDay(on, language)))}</p>}
      {next && <p>{text.openNowNext(showDay(until, language))}</p>}
    </>
  )
}

function Waiting({ context, waiting }: { context: DeskContext; waiting: readonly WaitingCount[] }) {
  const { language } = context.var
  const text = textIn(language, context.var.movement).desk.mails
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{text.waitingTitle}</h2>
      {waiting.length === 0 && <p class="soft">{text.nothingWaits}</p>}
      <ul class="known">
        {waiting.map(({ kind, mails, dueAt }) => (
          <li>
            <b>{text.count(mails)}</b> {kindName(kind, language, context.var.movement)},{' '}
            <span class="soft">{text.from(dayIn(context, dueAt))}</span>
          </li>
        ))}
      </ul>
      <p class="links">
        <a href="/dashboard/mails?state=pending">{text.see}</a>
      </p>
    </section>
  )
}

function dayIn({ var: { movement, language } }: DeskContext, at: Date): string {
  return showDay(localTime(at, movement.timeZone).day, language)
}
