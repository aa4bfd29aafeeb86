import { enter, signInLink } from '#tests/support/dashboard.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { makeRung } from '#tests/support/rounds.ts'
import type { World } from '#tests/support/world.ts'

export const hookSecret = 'what-brevo-shows'

/** What a request may name: what works, what worked once, and what never did. */
export type Network = {
  /** Of links in mails, by where they lead: `/u/:token`, `/desk/sign-in/:token`. The last ones are forged. */
  tokens: Readonly<Record<string, readonly string[]>>
  groups: readonly string[]
  people: readonly string[]
  addresses: readonly string[]
  /** Values of the header `Cookie`. */
  cookies: readonly string[]
}

const towns = { Pau: ['Lou', 'Sam'], Dax: ['Noa', 'Lou'], Foix: ['Eva'], Tarbes: ['Ada'] }
const forged = ['x'.repeat(43), 'short', '']

/** A small movement as if nobody had done anything yet, with a link for everybody. */
export async function freshNetwork(world: World): Promise<Network> {
  await world.clear()
  await makeGroups(world.db, towns, world.now())
  await makeRung(world.db, '2026-12', 'invitation', world.now())
  const names = [...new Set(Object.values(towns).flat())]
  const tokenOf = async (...given: Parameters<World['linkOf']>) =>
    (await world.linkOf(...given)).split('/').at(-1) ?? ''
  const links = await Promise.all(names.map((name) => tokenOf(name)))
  const past = new Date(world.now().getTime() - 60_000)
  const ended = [await tokenOf('Lou', { expiresAt: past }), await tokenOf('Lou', { revokedAt: past })]
  const signIn = (await signInLink(world)).split('/').at(-1) ?? ''
  const session = await sessionOf(world)
  const all = [...links, ...ended, ...forged]
  return {
    tokens: { u: all, unsubscribe: all, 'sign-in': [signIn, ...all], feed: all },
    groups: [...Object.keys(towns).map(groupUid), 'group-none'],
    people: names.map(personUid),
    addresses: names.map(addressOf),
    cookies: [
      ...Array.from({ length: 9 }, () => session),
      `${session}x`,
      'relance_session=a.b',
      'relance_browser=the-browser-that-asked',
    ],
  }
}

/** The cookie of a coordinator who has signed in. */
async function sessionOf(world: World): Promise<string> {
  const { headers } = await enter(await signInLink(world))
  const cookie = headers.getSetCookie().find((line) => line.startsWith('relance_session='))
  return cookie?.split(';')[0] ?? ''
}
