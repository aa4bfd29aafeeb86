import { enterCode, removeSecondFactor, renewRecoveryCodes, setUpSecondFactor } from '#shared/actions/second-factor.ts'
import { ask } from '#shared/db/ask.ts'
import { type FactorState, factorState } from '#shared/db/second-factors.ts'
import { Problem } from '#shared/domain/problem.ts'
import {
  factorAddress,
  factorSecret,
  needsSecondFactor,
  secretInGroups,
  typedCode,
} from '#shared/domain/second-factor.ts'
import { textIn } from '#shared/text/text.ts'
import { askedPage, forgetAskedPage } from '#workers/team/asked-page.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { formToken, readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { sendSoon } from '../send-soon.ts'
import { requireFreshSignIn } from '../sign-in-guard.ts'
import { AskCode, Codes, FactorStatus, SetUp } from './factor-pages.tsx'
import { drawRecoveryCodes, factoringOf } from './factoring.ts'

const path = '/desk/second-factor'

/** The second step of a sign-in; or, for whoever has passed it or has none, how it stands. */
export async function showSecondFactor(context: DeskContext): Promise<Response> {
  const state = await read(context)
  // Whoever holds a session of somebody else's is shown no secret, and shuts nobody out
  if (!state.isSetUp) requireFreshSignIn(context)
  return respond(context, state)
}

/** Takes a code, sets the second factor up, takes it away, or makes other recovery codes. */
export async function actOnSecondFactor(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const state = await read(context)
  const all = textIn(context.var.language, context.var.movement)
  const salt = form.get('salt')
  if (!form.isFresh && !state.isSetUp) requireFreshSignIn(context)
  if (!form.isFresh) return respond(context, state, { title: all.form.submitAgain, status: 400, salt })
  const code = typedCode(form.get('code') ?? '')
  if (!state.isSetUp) return setUp(context, state, { salt, code })
  if (!state.isPassed) return pass(context, state, code)
  requireFreshSignIn(context)
  switch (form.get('do')) {
    case 'renew':
      return renew(context)
    case 'remove':
      await removeSecondFactor(teamActing(context), context.var.session.coordinator.email)
      sendSoon(context)
      return leadTo(context, `${path}?done=factor_removed`)
    default:
      throw new Problem('page_stale')
  }
}

async function pass(context: DeskContext, state: FactorState, code: string): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement).factor
  const result = await enterCode(teamActing(context), await factoringOf(context), code)
  sendSoon(context)
  if (result === 'wait') return respond(context, state, { title: text.wait, status: 429 })
  if (result === 'wrong') return respond(context, state, { title: text.wrong, status: 422 })
  const page = askedPage(context)
  forgetAskedPage(context)
  return leadTo(context, page)
}

type Typed = { salt: string | null; code: string }

async function setUp(context: DeskContext, state: FactorState, { salt, code }: Typed): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement).factor
  if (salt === null || !isSalt(salt)) throw new Problem('page_stale')
  const recovery = drawRecoveryCodes()
  const result = await setUpSecondFactor(teamActing(context), await factoringOf(context), { salt, code, recovery })
  if (result === 'wrong') return respond(context, state, { title: text.wrong, status: 422, salt })
  if (result === 'there_already') return leadTo(context, path)
  sendSoon(context)
  return showCodes(context, recovery)
}

async function renew(context: DeskContext): Promise<Response> {
  const recovery = drawRecoveryCodes()
  await renewRecoveryCodes(teamActing(context), await factoringOf(context), recovery)
  sendSoon(context)
  return showCodes(context, recovery)
}

const isSalt = (text: string) => /^[0-9a-f-]{36}$/.test(text)

async function read(context: DeskContext): Promise<FactorState> {
  const { reads } = context.var
  const { email, serverKey, session } = await factoringOf(context)
  return (await ask(reads, { state: factorState(reads, { email, serverKey, session }) })).state
}

/** The codes are in this answer alone: nobody can be shown them again. */
function showCodes(context: DeskContext, codes: readonly string[]): Promise<Response> {
  const page = askedPage(context)
  forgetAskedPage(context)
  return respondFrame(context, {
    title: textIn(context.var.language, context.var.movement).factor.codesTitle,
    children: <Codes language={context.var.language} movement={context.var.movement} codes={codes} next={page} />,
  })
}

type Trouble = { title: string; status: number; salt?: string | null }

async function respond(context: DeskContext, state: FactorState, trouble?: Trouble): Promise<Response> {
  const token = await formToken(context, path)
  const text = textIn(context.var.language, context.var.movement).factor
  const props = { context, token, problem: trouble?.title ?? null }
  const title = state.isSetUp && !state.isPassed ? text.codeTitle : text.title
  return respondFrame(context, {
    title: trouble ? `${trouble.title} – ${title}` : title,
    status: trouble?.status ?? 200,
    children: !state.isSetUp ? (
      await setUpPage(context, props, trouble?.salt ?? null)
    ) : state.isPassed ? (
      <FactorStatus {...props} state={state} />
    ) : (
      <AskCode {...props} />
    ),
  })
}

/** A page that failed shows the secret that the phone has by now. */
async function setUpPage(
  context: DeskContext,
  props: { context: DeskContext; token: string; problem: string | null },
  kept: string | null,
) {
  const { movement, session } = context.var
  const { email, key } = await factoringOf(context)
  const salt = kept !== null && isSalt(kept) ? kept : crypto.randomUUID()
  const secret = await factorSecret(key, email, salt)
  return (
    <SetUp
      {...props}
      salt={salt}
      address={factorAddress(secret, { movement: movement.name, email })}
      secret={secretInGroups(secret)}
      isNeeded={needsSecondFactor(movement, session.coordinator)}
    />
  )
}
