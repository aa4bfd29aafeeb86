import type { MailMessage } from '#shared/mail/message.ts'
import { readStart } from '#shared/text/read-start.ts'
import type { BrevoRoute } from '../mail-url.ts'
import { allowed, always, type Delivery, isForEverybody, type Mailer } from '../mailer.ts'
import { bodyOf, keyOf, together } from './body.ts'
import { type Answer, deliveryOf, isDoubtful, isOfOne } from './meaning.ts'

/** So often a call is made again whose answer was lost: Brevo knows it by its key, and sends nothing twice. */
const tries = 3
/** Bytes of an answer: one that takes a thousand mails names each of them in some 60. */
const longestAnswer = 100_000

/** Brevo's HTTP API: many personal mails in one call, each call with a key. It writes Message-IDs of its own. */
export function brevoMailer(route: BrevoRoute): Mailer {
  const end = new AbortController()
  const send = async (messages: readonly MailMessage[]): Promise<Delivery[]> => {
    const delivery = deliveryOf(await call(route, messages, end.signal))
    // That we went away says nothing of Brevo
    if (end.signal.aborted && delivery.result === 'unknown')
      return messages.map(() => ({ ...delivery, everybody: false }))
    // A call is refused whole; alone, each message shows whether it was the reason
    const isDivisible = messages.length > 1 && isOfOne(delivery)
    return isDivisible ? (await inTurn(messages, (message) => send([message]))).flat() : messages.map(() => delivery)
  }
  return {
    can: { ownMessageId: false, idempotent: true, batch: route.batch, bounces: ['webhook'] },
    lines: 2,
    deliver: async (messages, mayLeave = always) => {
      const deliveries = new Map<MailMessage, Delivery>()
      for (const call of together(messages, route.oneClick)) {
        const part = await allowed(call, mayLeave)
        if (part.length === 0) continue
        const results = await send(part)
        for (const [index, message] of part.entries()) deliveries.set(message, results[index] ?? { result: 'untried' })
        if (results.some(isForEverybody)) break
      }
      return messages.map((message) => deliveries.get(message) ?? { result: 'untried' })
    },
    breakOff: (messages) => {
      if (messages === 'sent') end.abort()
    },
    close: () => undefined,
  }
}

async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return results
}

async function call(route: BrevoRoute, messages: readonly MailMessage[], end: AbortSignal): Promise<Answer> {
  const body = JSON.stringify(bodyOf(messages, await keyOf(messages), route.oneClick))
  let answer: Answer = { status: 0, code: '', text: 'not tried', wait: null, isAgain: false, isInDoubt: false }
  for (let attempt = 1; attempt <= tries; attempt++) {
    const said = await ask(route, body, end)
    answer = { ...said, isAgain: attempt > 1, isInDoubt: answer.isInDoubt || isDoubtful(said.status) }
    if (end.aborted || (answer.status !== 0 && answer.status < 500)) break
  }
  return answer
}

/** One request; status 0 when its answer was lost. */
async function ask(
  { base, key, patience }: BrevoRoute,
  body: string,
  end: AbortSignal,
): Promise<Omit<Answer, 'isAgain' | 'isInDoubt'>> {
  try {
    const response = await fetch(`${base}/v3/smtp/email`, {
      method: 'POST',
      headers: { 'api-key': key, 'content-type': 'application/json', accept: 'application/json' },
      body,
      // Whatever leads elsewhere is not Brevo: no mail and no key goes there
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(patience), end]),
    })
    const text = await readStart(response, longestAnswer)
    const reset = Number(response.headers.get('x-sib-ratelimit-reset') ?? response.headers.get('retry-after'))
    return { status: response.status, ...said(text), wait: reset > 0 ? reset * 1000 : null }
  } catch (error) {
    return { status: 0, code: '', text: error instanceof Error ? error.message : String(error), wait: null }
  }
}

/** Brevo's errors are `{ code, message }`. */
function said(text: string): { code: string; text: string } {
  try {
    // `null` is JSON too
    const { code = '', message = '', messageId = '' } = (JSON.parse(text) ?? {}) as Record<string, string>
    return { code, text: `${code} ${message || messageId}`.trim() }
  } catch (error) {
    if (error instanceof SyntaxError) return { code: '', text: text.slice(0, 200) }
    throw error
  }
}
