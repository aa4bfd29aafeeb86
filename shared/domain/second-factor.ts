import { Secret, TOTP } from 'otpauth'
import type { Coordinator, Movement } from '#shared/movement.ts'
import { hashToken, type LinkKey, sign } from './link.ts'
import { mayDo } from './role.ts'

/** Seconds for which a code is shown. */
const period = 30
/** So many codes before and after the present one count, for clocks that differ. */
const window = 1
/** Bytes of a secret, as RFC 4226 has them. */
const secretLength = 20

/** Whether somebody of the team has to have a second factor. */
export function needsSecondFactor({ secondFactor }: Pick<Movement, 'secondFactor'>, coordinator: Coordinator): boolean {
  return secondFactor === 'all' || (secondFactor === 'acts' && mayDo(coordinator, { role: 'acts' }))
}

/** What tells the server's secrets apart, without giving one away. */
export async function serverKeyOf(key: LinkKey): Promise<string> {
  return (await hashToken(await sign(key, 'second-factor'))).slice(0, 16)
}

/** The secret that somebody's phone shares with us: always the same for the same salt. */
export async function factorSecret(key: LinkKey, email: string, salt: string): Promise<Secret> {
  const derived = await sign(key, `second-factor:${email}:${salt}`)
  const bytes = Uint8Array.fromBase64(derived, { alphabet: 'base64url' }).slice(0, secretLength)
  return new Secret({ buffer: bytes.buffer })
}

/** What a QR code says to the program on the phone. */
export function factorAddress(secret: Secret, { movement, email }: { movement: string; email: string }): string {
  return new TOTP({ secret, issuer: movement, label: email, period }).toString()
}

/** The secret to be typed, in groups of four. */
export function secretInGroups(secret: Secret): string {
  return inGroups(secret.base32)
}

/** The half minute (counted from 1970) of a code; null when it is wrong. What is compared is compared in constant time. */
export function stepOfCode(secret: Secret, code: string, now: Date): number | null {
  if (!isCode(code)) return null
  const timestamp = now.getTime()
  const delta = new TOTP({ secret, period }).validate({ token: code, timestamp, window })
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta
}

const isCode = (code: string) => /^\d{6}$/.test(code)

/** What was typed, without the spaces and dashes of how it was shown. At most as long as anybody's code. */
export function typedCode(text: string): string {
  return text.slice(0, 60).replace(/[\s-]/g, '').toUpperCase()
}

/** Letters that nobody takes for another: 32 of them, so that five bits are one. */
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'
export const recoveryCodes = 10
/** Random bytes of a recovery code: 80 bits. */
export const recoveryBytes = 16

/** A recovery code from bytes that were drawn. */
export function recoveryCode(bytes: Uint8Array): string {
  return [...bytes].map((byte) => letters[byte % letters.length]).join('')
}

export function inGroups(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$& ')
}

/** What the database keeps of a recovery code. */
export function recoveryHash(key: LinkKey, email: string, code: string): Promise<string> {
  return sign(key, `recovery:${email}:${code}`)
}

/** So many tries in a row, then a wait: minutes, longer each time. */
export const triesAtOnce = 5
export const waitMinutes = [15, 60, 240, 1440] as const
