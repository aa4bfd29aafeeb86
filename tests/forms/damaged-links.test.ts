import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { byHand, open, submit, textOf } from '#tests/support/browser.ts'
import { damagedTokens, someToken } from '#tests/support/damaged-links.ts'
import { enter, signInLink } from '#tests/support/dashboard.ts'
import { groupUid } from '#tests/support/movement.ts'
import { workOf } from '#tests/support/work.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ round: '2026-12', sends: true, towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'] } })
})
afterAll(() => world.stop())

const tokenIn = (link: string) => link.slice(link.lastIndexOf('/') + 1)
const look = (path: string, method = 'GET') => fetch(world.url + path, { method, redirect: 'manual' })

/** Where a path leads, in one step; checks that nobody keeps the way. */
async function leadsTo(path: string): Promise<string | null> {
  const { status, headers } = await look(path)
  expect(status, path).toBe(303)
  expect(headers.get('cache-control'), path).toBe('no-store')
  return headers.get('location')
}

describe('a link that a mail program damaged leads to the clean one:', () => {
  test('to the form, and to unsubscribing', async () => {
    const token = tokenIn(await world.linkOf('Lou'))
    for (const [what, damage] of damagedTokens) {
      expect(await leadsTo(`/u/${damage(token)}`), what).toMatch(new RegExp(`^/u/${token}(#sections)?$`))
      expect(await leadsTo(`/unsubscribe/${damage(token)}`), what).toMatch(
        new RegExp(`^/unsubscribe/${token}(#sections)?$`),
      )
    }
    for (const [damaged, whole] of [
      [`${groupUid('Pau')}.`, groupUid('Pau')],
      [`${groupUid('Pau')}/history%3E`, `${groupUid('Pau')}/history`],
      [`${groupUid('Pau')}/referents3D`, `${groupUid('Pau')}/referents`],
    ])
      expect(await leadsTo(`/u/${token}/${damaged}`)).toBe(`/u/${token}/${whole}`)
    expect((await open(`${world.url}/u/${token}).`)).status).toBe(200)
    expect(await leadsTo(`/u/${token}.?lang=en`)).toBe(`/u/${token}?lang=en`)
  })

  test('to whatever else a mail asks: an invitation, a visitor’s words and their answer', async () => {
    for (const start of ['/invitation/', '/find/confirm/', '/find/answered/'])
      for (const [what, damage] of damagedTokens)
        expect(await leadsTo(start + damage(someToken)), start + what).toMatch(
          new RegExp(`^${start}${someToken}(#sections)?$`),
        )
  })

  test('to signing in, which lets in who asked', async () => {
    const token = tokenIn(await signInLink(world))
    for (const [what, damage] of damagedTokens)
      expect(await leadsTo(`/desk/sign-in/${damage(token)}`), what).toMatch(
        new RegExp(`^/desk/sign-in/${token}(#sections)?$`),
      )
    const way = await leadsTo(`/desk/sign-in/${token}%3E`)
    const inside = await enter(world.url + way)
    expect(inside.status).toBe(303)
    expect(inside.headers.get('location')).toBe('/dashboard')
  })

  test('and a scanner that only asks for its head too, without a write', async () => {
    const path = `/u/${tokenIn(await world.linkOf('Sam'))}.`
    const ask = async () => expect((await look(path, 'HEAD')).status).toBe(303)
    expect((await workOf(world, ask)).changed).toBe(0)
  })

  test('while one whose token is not whole says that it does not work, as before', async () => {
    const token = tokenIn(await world.linkOf('Lou'))
    for (const path of [`/u/${token.slice(0, 40)}.`, `/u/${token.slice(2)}%3E`])
      expect((await look(path)).status).toBe(404)
  })
})

describe('what is sent to a damaged link', () => {
  test('is taken as it is: a correction, an answer, the way out', async () => {
    const link = await world.linkOf('Noa')
    const page = await open(`${link}/${groupUid('Dax')}/identity`)
    const saved = await submit(
      page,
      { [`${groupUid('Dax')}.active_members`]: '31' },
      `${link}%3E/${groupUid('Dax')}/identity.`,
    )
    expect(textOf(saved)).toContain('C’est enregistré')
    const overview = await open(link)
    const body = new URLSearchParams({ page: overview.fields.find(([name]) => name === 'page')?.[1] ?? '' })
    const answered = await fetch(`${link}.`, { method: 'POST', body, headers: byHand, redirect: 'manual' })
    expect(answered.status).toBe(404)
    const whole = await fetch(`${link}/${groupUid('Dax')}).`, {
      method: 'POST',
      body,
      headers: byHand,
      redirect: 'manual',
    })
    expect(whole.headers.get('location')).toContain('done=all')
  })
})
