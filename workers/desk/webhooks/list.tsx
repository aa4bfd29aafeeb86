import { makeWebhook } from '#shared/actions/webhooks.ts'
import { ask } from '#shared/db/ask.ts'
import { type KeptWebhook, listWebhooks } from '#shared/db/webhooks.ts'
import { linkKey } from '#shared/domain/link.ts'
import { webhookSecret } from '#shared/domain/webhook/signature.ts'
import type { Webhook } from '#shared/domain/webhook/webhook.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { Done } from '../notice.tsx'
import { requireFreshSignIn } from '../sign-in-guard.ts'
import { blankWebhook, readTypedWebhook, type TypedWebhook, WebhookForm, webhooksPath } from './form.tsx'
import { statusOf } from './status.ts'

/** The programs that are told what happens, how each stands, and the form of one more. */
export async function showWebhooks(context: DeskContext): Promise<Response> {
  return respond(context, blankWebhook())
}

/** Connects one more, and shows its secret, this once. */
export async function addWebhook(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const mayBePrivate = context.env.WEBHOOKS_PRIVATE === 'yes'
  const { typed, webhook } = readTypedWebhook(form, { mayBePrivate, language: context.var.language })
  if (!form.isFresh) return respond(context, typed, 400)
  if (!webhook) return respond(context, typed, 422)
  // What is told from now on cannot be called back
  requireFreshSignIn(context)
  await makeWebhook(teamActing(context), webhook)
  return showMade(context, webhook)
}

async function listed(context: DeskContext): Promise<KeptWebhook[]> {
  const { reads } = context.var
  return (await ask(reads, { webhooks: listWebhooks(reads) })).webhooks
}

async function respond(context: DeskContext, typed: TypedWebhook, status = 200): Promise<Response> {
  const all = textIn(context.var.language, context.var.movement)
  const text = all.desk.webhooks
  const problems = Object.keys(typed.problems).length
  return respondFrame(context, {
    title: status === 422 ? `${all.form.errorsTitle(problems)} – ${text.title}` : text.title,
    status,
    children: (
      <div class="flow narrow">
        <Done context={context} />
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <List context={context} webhooks={await listed(context)} />
        {await WebhookForm(context, typed, status === 400)}
      </div>
    ),
  })
}

function List({ context, webhooks }: { context: DeskContext; webhooks: readonly KeptWebhook[] }) {
  const text = textIn(context.var.language, context.var.movement).desk.webhooks
  if (webhooks.length === 0) return <p class="soft">{text.none}</p>
  return (
    <div>
      {webhooks.map((webhook) => {
        const { words, isTrouble } = statusOf(context, webhook)
        return (
          <div class="row between act">
            <div>
              <h2 class="plain-title">{webhook.name}</h2>
              <p class={isTrouble ? 'trouble' : 'soft'}>{words}</p>
            </div>
            <a class="button quiet slim" href={`${webhooksPath}/${webhook.uid}`}>
              <span>
                {text.see}
                <span class="hidden">, {webhook.name}</span>
              </span>
            </a>
          </div>
        )
      })}
    </div>
  )
}

async function showMade(context: DeskContext, webhook: Webhook): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement).desk.webhooks
  const isSigned = webhook.format === 'standard'
  const secret = isSigned ? await webhookSecret(await linkKey(context.env.LINK_SECRET), webhook.uid) : null
  return respondFrame(context, {
    title: text.made(webhook.name),
    children: (
      <div class="flow narrow">
        <h1>{text.made(webhook.name)}</h1>
        {secret === null ? (
          <p class="lead">{text.madeChat}</p>
        ) : (
          <>
            <p class="lead">{text.secretLead}</p>
            <p class="field">
              <label for="secret">{text.secret}</label>
              <input type="text" id="secret" value={secret} readonly autocomplete="off" class="full" />
            </p>
            <p class="soft">{text.secretHint}</p>
          </>
        )}
        <p>
          <a class="button" href={`${webhooksPath}/${webhook.uid}`}>
            {text.tryNext}
          </a>
        </p>
      </div>
    ),
  })
}
