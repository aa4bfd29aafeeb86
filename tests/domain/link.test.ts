import { describe, expect, test } from 'vitest'
import { datedToken, hashToken, isTokenShaped, linkKey, linkToken, readDatedToken } from '#shared/domain/link.ts'

const key = await linkKey('0123456789abcdef0123456789abcdef')

describe('a link’s token', () => {
  test('is the same each time for one mail, so that a mail sent again carries the same link', async () => {
    expect(await linkToken(key, 'a1')).toBe(await linkToken(key, 'a1'))
  })

  test('is another for another mail, and with another secret', async () => {
    const other = await linkKey('fedcba9876543210fedcba9876543210')
    const tokens = [await linkToken(key, 'a1'), await linkToken(key, 'a2'), await linkToken(other, 'a1')]
    expect(new Set(tokens).size).toBe(3)
  })

  test('has 256 bits and fits into an address', async () => {
    const token = await linkToken(key, 'a1')
    expect(isTokenShaped(token)).toBe(true)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(encodeURIComponent(token)).toBe(token)
  })

  test('cannot be read from what the database keeps', async () => {
    const token = await linkToken(key, 'a1')
    const hash = await hashToken(token)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(hash).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
  })

  test('needs a secret of some length', async () => {
    await expect(linkKey('short')).rejects.toThrow('32 characters')
  })
})

describe('a stamp', () => {
  const now = new Date('2026-12-01T09:00:00Z')

  test('tells when it was made, for its purpose only', async () => {
    const value = await datedToken(key, 'page:a', now)
    expect(await readDatedToken(key, 'page:a', value)).toEqual(now)
    expect(await readDatedToken(key, 'page:b', value)).toBeNull()
  })

  test('is not believed when its time was changed', async () => {
    const [, signature] = (await datedToken(key, 'page:a', now)).split('.')
    const later = (now.getTime() + 1).toString(36)
    expect(await readDatedToken(key, 'page:a', `${later}.${signature}`)).toBeNull()
    expect(await readDatedToken(key, 'page:a', '')).toBeNull()
  })
})
