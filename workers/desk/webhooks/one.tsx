import { endWebhook, removeWebhook, replayWebhook, tryWebhook, wakeWebhook } from '#shared/actions/webhooks.ts'
import { ask } from '#shared/db/ask.ts'
import { type LoggedDelivery, listDeliveries } from '#shared/db/delivery-log.ts'
import { type KeptWebhook, listWebhooks } from '#shared/db/webhooks.ts'
import { Problem } from '#shared/domain/problem.ts'
import { topicsOf, webhookTopics } from '#shared/domain/webhook/topics.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { DeskForm, formToken, readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { Done, NotDone } from '../notice.tsx'
import { requireFreshSignIn } from '../sign-in-guard.ts'
import { webhooksPath } from './form.tsx'
import { momentIn, statusOf } from './status.ts'

const shown = 50

/** One program: what it is told, how it stands, and what it was told last. */
export function showWebhook(context: DeskContext): Promise<Response> {
  return respond(context)
}

/** Tries it, sends again what it missed, stops, wakes or forgets it. */
export async function actOnWebhook(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  if (!form.isFresh) return respond(context, textIn(context.var.language, context.var.movement).form.submitAgain)
  const { uid } = await find(context)
  const acting = teamActing(context)
  const here = `${webhooksPath}/${uid}`
  switch (form.get('do')) {
    case 'try':
      await tryWebhook(acting, uid)
      return leadTo(context, `${here}?done=webhook_tried`)
    case 'replay':
      await replayWebhook(acting, uid, deliveryIn(form.get('delivery')))
      return leadTo(context, `${here}?done=webhook_replayed`)
    case 'stop':
      await endWebhook(acting, uid)
      return leadTo(context, `${here}?done=webhook_stopped`)
    case 'wake':
      await wakeWebhook(acting, uid)
      return leadTo(context, `${here}?done=webhook_woken`)
    case 'remove':
      // Its secret and what it was told are gone
      requireFreshSignIn(context)
      await removeWebhook(acting, uid)
      return leadTo(context, `${webhooksPath}?done=webhook_removed`)
    default:
      throw new Problem('page_stale')
  }
}

function deliveryIn(text: string | null): number | null {
  const number = Number(text ?? '')
  return Number.isSafeInteger(number) && number > 0 ? number : null
}

/** @throws Problem when there is none. */
async function find(context: DeskContext): Promise<KeptWebhook> {
  const { reads } = context.var
  const { webhooks } = await ask(reads, { webhooks: listWebhooks(reads) })
  const found = webhooks.find(({ uid }) => uid === context.req.param('uid'))
  if (!found) throw new Problem('page_unknown')
  return found
}

async function respond(context: DeskContext, again?: string): Promise<Response> {
  const { reads, language } = context.var
  const all = textIn(language, context.var.movement)
  if (again !== undefined)
    return respondFrame(context, {
      title: again,
      status: 400,
      children: <NotDone title={again} body={all.form.oldPage} />,
    })
  const webhook = await find(context)
  const { deliveries } = await ask(reads, { deliveries: listDeliveries(reads, webhook.uid, shown) })
  const text = all.desk.webhooks
  const { words, isTrouble } = statusOf(context, webhook)
  const path = `${webhooksPath}/${webhook.uid}`
  const token = await formToken(context, path)
  return respondFrame(context, {
    title: webhook.name,
    children: (
      <>
        <Done context={context} />
        <div class="headline">
          <p class="kicker">
            <a href={webhooksPath}>{text.title}</a>
          </p>
          <h1>{webhook.name}</h1>
          <p class={isTrouble ? 'lead trouble' : 'lead'}>{words}</p>
        </div>
        <div class="spread">
          <section class="major" aria-labelledby="deliveries">
            <h2 id="deliveries">{text.deliveries}</h2>
            <p class="says">{text.deliveriesLead}</p>
            {deliveries.length === 0 && <p class="soft">{text.nothingYet}</p>}
            {deliveries.map((delivery) => (
              <Delivery
                context={context}
                delivery={delivery}
                path={path}
                token={token}
                isStopped={webhook.stopped !== null}
              />
            ))}
          </section>
          <div class="minor">
            <What context={context} webhook={webhook} />
            <section aria-labelledby="act">
              <h2 id="act">{text.act}</h2>
              <DeskForm path={path} token={token}>
                {webhook.stopped ? (
                  <button type="submit" name="do" value="wake">
                    {text.wake}
                  </button>
                ) : (
                  <div class="row buttons">
                    <button type="submit" name="do" value="try">
                      {text.try}
                    </button>
                    {webhook.failed > 0 && (
                      <button type="submit" class="quiet" name="do" value="replay">
                        {text.replayAll(webhook.failed)}
                      </button>
                    )}
                    <button type="submit" class="quiet" name="do" value="stop">
                      {text.stop}
                    </button>
                  </div>
                )}
              </DeskForm>
              <details>
                <summary>{text.remove}</summary>
                <DeskForm path={path} token={token}>
                  <p>{text.removeLead}</p>
                  <button type="submit" class="quiet" name="do" value="remove">
                    {text.removeSure(webhook.name)}
                  </button>
                </DeskForm>
              </details>
            </section>
          </div>
        </div>
      </>
    ),
  })
}

function What({ context, webhook }: { context: DeskContext; webhook: KeptWebhook }) {
  const text = textIn(context.var.language, context.var.movement).desk.webhooks
  const topics = topicsOf(webhook.actions)
  return (
    <section aria-labelledby="what">
      <h2 id="what">{text.what}</h2>
      <ul class="known">
        <li>
          {topics.length === webhookTopics.length
            ? text.everything
            : topics.map((topic) => text.topics[topic]).join(', ')}
        </li>
        {webhook.regions && <li>{text.ofRegions(webhook.regions.join(', '))}</li>}
        <li>{webhook.tellsPeople ? text.withPeople : text.withoutPeople}</li>
        {webhook.digestAt !== null && <li>{text.digest(webhook.digestAt)}</li>}
        {/* The path may be a secret: a chat's is */}
        <li>{text.to(new URL(webhook.url).host)}</li>
      </ul>
    </section>
  )
}

type DeliveryProps = {
  context: DeskContext
  delivery: LoggedDelivery
  path: string
  token: string
  isStopped: boolean
}

function Delivery({ context, delivery, path, token, isStopped }: DeliveryProps) {
  const { desk } = textIn(context.var.language, context.var.movement)
  const text = desk.webhooks
  const { id, action, isDigest, group, state, attempts, status, trouble } = delivery
  const why = trouble === null ? (status === null ? null : text.answered(status)) : text.troubles[trouble]
  return (
    <div class="row between act">
      <div>
        <p>
          {isDigest ? text.summary : (desk.log.actions[action] ?? action)}
          {group && <> · {group.name}</>}
        </p>
        <p class={state === 'failed' || (state === 'pending' && attempts > 0) ? 'trouble' : 'soft'}>
          {state === 'pending'
            ? text.pending(attempts, momentIn(context, delivery.dueAt))
            : text.states[state](momentIn(context, delivery.endedAt ?? delivery.happenedAt))}
          {state !== 'delivered' && why !== null && ` · ${why}`}
        </p>
      </div>
      {!isStopped && (state !== 'pending' || attempts > 0) && (
        <DeskForm path={path} token={token}>
          <input type="hidden" name="delivery" value={String(id)} />
          <button type="submit" class="quiet slim" name="do" value="replay">
            {text.again}
          </button>
        </DeskForm>
      )}
    </div>
  )
}
