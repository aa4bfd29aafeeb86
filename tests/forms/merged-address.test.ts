import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { signIn } from '#tests/support/dashboard.ts'
import { act } from '#tests/support/desk.ts'
import { moveAway } from '#tests/support/invitations.ts'
import { linkOfMail } from '#tests/support/links.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { suppress } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Samuel'] }, world.now())
})

/** Sam, of whom Samuel is a part: referent of both groups. */
const merge = async () => {
  const { to } = await act(world, await signIn(world), `/people/${personUid('Sam')}/merge/${personUid('Samuel')}`, {})
  expect(to).toContain('done=people_merged')
}
const memberships = async () => {
  const { results } = await world.db
    .prepare(
      `SELECT g.town || ' ' || person.email AS one FROM referent JOIN person ON person.id = person_id JOIN local_group g ON g.id = group_id
       WHERE until_at IS NULL ORDER BY one`,
    )
    .all<{ one: string }>()
  return results.map(({ one }) => one)
}
const samuel = addressOf('Samuel')

describe('an address of somebody who has become part of another person', () => {
  test('is taken back: whoever moved it is out, also of what the two are together', async () => {
    const back = await moveAway(world, 'Samuel', { town: 'Dax' })
    const stolen = await world.linkOf('Samuel')
    await merge()
    expect((await open(stolen)).status).toBe(200)
    expect(textOf(await submit(await open(back)))).toContain('n’ouvrent plus rien')
    expect((await open(stolen)).status).toBe(410)
    expect(textOf(await open(back))).toContain('Archipel Dax')
    expect(await memberships()).toEqual(['Dax sam@example.org', 'Pau lou@example.org', 'Pau sam@example.org'])
  })

  test('becomes that person’s, who keeps every group, and is taken back by the one before', async () => {
    await merge()
    await giveAddress('Sam', samuel)
    expect(await memberships()).toEqual([`Dax ${samuel}`, 'Pau lou@example.org', `Pau ${samuel}`])
    const moved = await world.db.prepare(`SELECT uid FROM mail WHERE uid LIKE '%-moved'`).first<string>('uid')
    const back = `${world.url}/back/${await linkOfMail(world, moved ?? '')}`
    expect(textOf(await submit(await open(back)))).toContain('n’ouvrent plus rien')
    expect(await memberships()).toEqual(['Dax sam@example.org', 'Pau lou@example.org', 'Pau sam@example.org'])
    expect(await world.db.prepare(`SELECT email FROM person WHERE uid = '${personUid('Samuel')}'`).first('email')).toBe(
      samuel,
    )
  })

  test('that wants no mails leaves no other address behind, and is written to at none', async () => {
    await merge()
    await suppress(world.db, samuel, 'unsubscribed', world.now())
    await giveAddress('Sam', samuel)
    const { results } = await world.db.prepare('SELECT address FROM suppression ORDER BY address').all()
    expect(results).toEqual([{ address: 'sam@example.org' }, { address: samuel }])
  })

  test('that a colleague wrote for theirs passes that membership to the person whom it has become part of', async () => {
    await merge()
    await giveAddress('Lou', samuel)
    expect(await memberships()).toEqual(['Dax sam@example.org', 'Pau sam@example.org'])
  })
})

/** Somebody of Pau gives another address by their own link, and its reader says yes. */
async function giveAddress(name: string, email: string): Promise<void> {
  const form = await open(`${await world.linkOf(name)}/${groupUid('Pau')}/referents`)
  await submit(form, { [`${personUid(name)}.email`]: email })
  const asking = await world.db.prepare('SELECT uid FROM mail WHERE invitation_id IS NOT NULL').first<string>('uid')
  const asked = await open(`${world.url}/invitation/${await linkOfMail(world, asking ?? '')}`)
  expect((await submit(asked, { do: 'yes' })).status).toBe(200)
}
