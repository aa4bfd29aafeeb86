import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mendedPath } from '#shared/domain/damaged-link.ts'
import { linkPath } from '#shared/domain/link.ts'
import { damagedTokens, someToken as token } from '#tests/support/damaged-links.ts'

const whole = `/u/${token}`

/** Where the links of mails lead. */
const starts = Object.values(linkPath).flatMap((path) => {
  const led = typeof path === 'string' ? path : path(token, 'group-pau', 'identity')
  const at = led.indexOf(token)
  return at < 0 ? [] : [led.slice(0, at)]
})

describe('a link that mail programs damaged', () => {
  test.each(damagedTokens)('by %s is read as it was written', (_, damage) => {
    for (const start of starts) expect(mendedPath(start + damage(token)), start).toBe(start + token)
  })

  test.each([
    [`${whole}/group-pau/history.`, `${whole}/group-pau/history`],
    [`${whole}/group-pau/history%3E`, `${whole}/group-pau/history`],
    [`${whole}./group-pau).`, `${whole}/group-pau`],
    [`${whole}/group-pau/referents3D`, `${whole}/group-pau/referents`],
    [`${whole}/group-pau&utm_source=x`, `${whole}/group-pau`],
    [`/u//${token}//group-pau/`, `${whole}/group-pau`],
    [`${whole}/group-pau/%20history%22`, `${whole}/group-pau/history`],
    [`/U/${token}`, whole],
    [`/Unsubscribe/${token}/`, `/unsubscribe/${token}`],
  ])('after the token too: %s', (path, mended) => {
    expect(mendedPath(path)).toBe(mended)
  })

  test('is left alone where the token is not whole, or there is none', () => {
    for (const path of [
      '/',
      '/u/',
      '/u',
      '/u/short.',
      `/u/${token.slice(1)}.`,
      `/privacy/${token}.`,
      '/u/%',
      '/new-link.',
      `/u/hello/${token}.`,
    ])
      expect(mendedPath(path)).toBe(path)
  })

  test('is left alone where nothing is damaged, also when its token looks as if it were', () => {
    for (const own of [token, `3D${token.slice(2)}`, `${token.slice(2)}3D`, `-${token.slice(1)}`, '_'.repeat(43)])
      for (const path of [`/u/${own}`, `/u/${own}/group-pau/history`, `/unsubscribe/${own}`, `/desk/sign-in/${own}`])
        expect(mendedPath(path).startsWith(path.slice(0, 60)), path).toBe(true)
  })

  test('whatever it holds, leads to one place, that is mended no further', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom(token, '/', '3D', '%20', '=\r\n', '%E2%80%8B', '%', '&#8203;', '<', '#'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...starts, '/'), fc.array(part), (start, parts) => {
        const path = start + parts.join('')
        const mended = mendedPath(path)
        expect(mendedPath(mended)).toBe(mended)
        if (mended !== path)
          expect(mended).toMatch(
            /^\/(u|p|unsubscribe|back|invitation|(?:find|lists|join)\/confirm|find\/answered|desk\/sign-in)\/[\w-]{43}(\/[\w-]+)*$/,
          )
      }),
    )
  })
})
