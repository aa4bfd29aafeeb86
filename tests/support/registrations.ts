import { confirmRegistration, insertRegistration } from '#shared/db/registrations.ts'
import { hashToken } from '#shared/domain/link.ts'
import { linkOfMail } from './links.ts'
import type { World } from './world.ts'

/** A group that somebody registered, of the town that is its name, as if its confirmation had left; gives the token of that link. `message` makes its uid. */
export async function register(
  world: World,
  { message, town, region = null }: { message: string; town: string; region?: string | null },
): Promise<{ uid: string; token: string }> {
  const uid = message.repeat(32)
  const given = {
    uid,
    groupName: `Archipel ${town} sud`,
    town,
    postcode: null,
    country: null,
    region,
    name: 'Alix Roux',
    email: `alix-${message}@example.org`,
    phone: null,
    body: 'Bonjour, nous nous lançons.',
    language: 'fr',
    consent: 'oui',
    isProven: false,
    proof: null,
  }
  await world.db.batch(insertRegistration(world.db, given, world.now()))
  return { uid, token: await linkOfMail(world, `${uid}-confirm`) }
}

/** The same, confirmed: it waits for the team. Gives its uid. */
export async function registerConfirmed(world: World, given: Parameters<typeof register>[1]): Promise<string> {
  const { uid, token } = await register(world, given)
  await confirmRegistration(world.db, await hashToken(token), world.now()).run()
  return uid
}
