import { createHmac } from 'node:crypto'
import type { LinkKey } from '#shared/domain/link.ts'

/** The secret of a webhook, as receivers know it (Standard Webhooks): only the key's holder can derive it, so that it need not be kept. */
export async function webhookSecret(key: LinkKey, uid: string): Promise<string> {
  return `whsec_${createHmac('sha256', key).update(`webhook:${uid}`).digest('base64')}`
}

/** What is signed: an id that stays the same whenever it is sent again, and when it leaves, in seconds. */
export type SignedMessage = { id: string; timestamp: number; body: string }

/** The headers that prove who sent a message (Standard Webhooks 1.0). */
export async function signedHeaders(
  secret: string,
  { id, timestamp, body }: SignedMessage,
): Promise<Record<string, string>> {
  const bytes = Uint8Array.fromBase64(secret.replace(/^whsec_/, ''))
  const signature = createHmac('sha256', bytes).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  }
}
