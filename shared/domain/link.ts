import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/** What links, pages and sessions are derived with. */
export type LinkKey = KeyObject

/** `secret` has at least 32 characters. */
export async function linkKey(secret: string): Promise<LinkKey> {
  const known = keys.get(secret)
  if (known) return known
  if (secret.length < 32) throw new Error('LINK_SECRET needs at least 32 characters')
  const key = createSecretKey(secret, 'utf8')
  keys.set(secret, key)
  return key
}

/** One a deployment: taking a key in costs more than signing with it. */
const keys = new Map<string, LinkKey>()

/** 256 bits that only the key's holder can derive from `message`, as 43 characters of base64url (RFC 2104, RFC 4648 §5). */
export async function sign(key: LinkKey, message: string): Promise<string> {
  return createHmac('sha256', key).update(message).digest('base64url')
}

/** The token of a mail's link: always the same for the same mail, so that a resend carries the same link. */
export function linkToken(key: LinkKey, mailUid: string): Promise<string> {
  return sign(key, `link:${mailUid}`)
}

/** The token of somebody's own calendar. */
export function calendarToken(key: LinkKey, uid: string): Promise<string> {
  return sign(key, `calendar:${uid}`)
}

/** Where it is read by a program; no mail carries it. */
export const calendarPath = (token: string) => `/feeds/own/${token}.ics`

/** What the database keeps of a token: SHA-256 in hexadecimal. */
export async function hashToken(token: string): Promise<string> {
  return createHash('sha256').update(token).digest('hex')
}

export function isTokenShaped(token: string): boolean {
  return /^[\w-]{43}$/.test(token)
}

/** Compares two signatures in a time that says nothing of where they differ. */
export function isSame(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let index = 0; index < a.length; index++) difference |= a.charCodeAt(index) ^ b.charCodeAt(index)
  return difference === 0
}

/** A value that says when it was made and for what, and that nobody else can make: `<time in base 36>.<signature>`. */
export async function datedToken(key: LinkKey, purpose: string, now: Date): Promise<string> {
  const made = now.getTime().toString(36)
  return `${made}.${await sign(key, `${purpose}:${made}`)}`
}

/** When a stamp was made; null when it is not one of ours, or not for this purpose. */
export async function readDatedToken(key: LinkKey, purpose: string, value: string): Promise<Date | null> {
  const [made = '', signature = ''] = value.split('.')
  if (!/^[0-9a-z]{6,11}$/.test(made)) return null
  return isSame(signature, await sign(key, `${purpose}:${made}`)) ? new Date(Number.parseInt(made, 36)) : null
}

/** Where the links of mails lead, below the public address. Opening one writes nothing. */
export const linkPath = {
  update: (token: string) => `/u/${token}`,
  group: (token: string, group: string) => `/u/${token}/${group}`,
  section: (token: string, group: string, section: string) => `/u/${token}/${group}/${section}`,
  history: (token: string, group: string) => `/u/${token}/${group}/history`,
  invitation: (token: string) => `/invitation/${token}`,
  address: (token: string) => `/u/${token}/address`,
  takeBack: (token: string) => `/back/${token}`,
  passed: (token: string) => `/p/${token}`,
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  confirmEnquiry: (token: string) => `/find/confirm/${token}`,
  answeredEnquiry: (token: string) => `/find/answered/${token}`,
  join: '/join',
  confirmRegistration: (token: string) => `/join/confirm/${token}`,
  list: (token: string) => `/lists/confirm/${token}`,
  signIn: (token: string) => `/desk/sign-in/${token}`,
  dashboard: '/dashboard',
} as const

/** What all links of a test begin with: they lead to a page that says so. */
export const testPath = '/test'

/** How long a coordinator's sign-in link works. */
export const signInMinutes = 15

/** How long a link works that a coordinator passes on by message. */
export const passedLinkHours = 48

/** How long somebody may accept to be of the team. */
export const teamInvitationDays = 7

/** What tells the browser that asked for such a link apart: whoever opens it elsewhere is not let in. */
export const signInCookie = { name: 'relance_browser' } as const

/** What tells that a coordinator has signed in from this browser before: a stamp that nobody else can make, and that names nobody. */
export const knownCookie = {
  name: 'relance_known',
  days: 180,
  purpose: (email: string) => `known:${email}`,
} as const
