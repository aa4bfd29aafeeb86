import type { ActionName } from '../event.ts'
import { isPrivateHost } from './private-address.ts'

export const webhookFormats = ['standard', 'chat'] as const
export type WebhookFormat = (typeof webhookFormats)[number]

/** What a webhook is, as the team says it. */
export type Webhook = {
  uid: string
  name: string
  url: string
  format: WebhookFormat
  /** What it is told of; null: of everything. */
  actions: readonly ActionName[] | null
  /** The groups whose events it is told; null: of all, and what is about no group. */
  regions: readonly string[] | null
  tellsPeople: boolean
  language: string | null
  /** Local time of day of a digest, as `18:00`; null: each thing as it happens. */
  digestAt: string | null
}

/** Why an address cannot be called; null when it can, as far as the address alone tells. */
export type AddressTrouble = 'not_address' | 'not_https' | 'private'

/** Why a call got no answer. */
export type DeliveryTrouble = AddressTrouble | 'unreachable' | 'too_slow'

export const longestWebhookUrl = 2000

export function addressTrouble(url: string, mayBePrivate: boolean): AddressTrouble | null {
  if (url.length > longestWebhookUrl || !URL.canParse(url)) return 'not_address'
  const { protocol, hostname, username, password } = new URL(url)
  if ((protocol !== 'https:' && protocol !== 'http:') || hostname === '' || username !== '' || password !== '')
    return 'not_address'
  if (isPrivateHost(hostname)) return mayBePrivate ? null : 'private'
  return protocol === 'https:' ? null : 'not_https'
}

const minute = 60_000
const hour = 60 * minute

/** Milliseconds between one attempt and the next: more than a day in all. */
export const attemptDelays = [minute, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 8 * hour, 10 * hour] as const

/** How long what has failed so often waits for its next attempt, in milliseconds; null: it is given up. */
export function delayAfter(attempts: number): number | null {
  return attemptDelays[attempts - 1] ?? null
}

/** How long a webhook that has failed so often in a row is left alone: what waits for it need not be looked at each minute. */
export function pauseAfter(failures: number): number {
  return Math.min(2 ** Math.min(failures - 1, 10) * minute, hour)
}
