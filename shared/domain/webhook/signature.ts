const text = new TextEncoder()

/** The secret of a webhook, as receivers know it (Standard Webhooks): only the key's holder can derive it, so that it need not be kept. */
export async function webhookSecret(key: CryptoKey, uid: string): Promise<string> {
  const bytes = await crypto.subtle.sign('HMAC', key, text.encode(`webhook:${uid}`))
  return `whsec_${new Uint8Array(bytes).toBase64()}`
}

/** What is signed: an id that stays the same whenever it is sent again, and when it leaves, in seconds. */
export type SignedMessage = { id: string; timestamp: number; body: string }

/** The headers that prove who sent a message (Standard Webhooks 1.0). */
export async function signedHeaders(
  secret: string,
  { id, timestamp, body }: SignedMessage,
): Promise<Record<string, string>> {
  const bytes = Uint8Array.fromBase64(secret.replace(/^whsec_/, ''))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const signature = await crypto.subtle.sign('HMAC', key, text.encode(`${id}.${timestamp}.${body}`))
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${new Uint8Array(signature).toBase64()}`,
  }
}
