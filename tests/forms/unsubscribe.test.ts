import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { addressOf, groupUid } from '#tests/support/movement.ts'
import { readStates } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({
    round: '2026-12',
    towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'], Metz: ['Max', 'Zoé'] },
  })
})
afterAll(() => world.stop())

const addressToStop = async (name: string) => (await world.linkOf(name)).replace('/u/', '/unsubscribe/')
const today = async () => textOf(await look(world, await signIn(world), '/dashboard'))

describe('somebody who wants no more mails', () => {
  test('presses their mail program’s button: without a page of ours, once or twice, and what waits for them stops', async () => {
    const address = await addressToStop('Lou')
    const press = () =>
      fetch(address, {
        method: 'POST',
        redirect: 'error',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      })
    expect((await press()).status).toBe(200)
    expect((await press()).status).toBe(200)
    expect(await readStates(world.db)).toContain('Lou: invitation suppressed (unsubscribed)')
    expect(await readStates(world.db)).toContain('Sam: invitation pending')
  })

  test('and is not the only one of their group is told of nothing else; the team hears of it', async () => {
    expect(textOf(await open(await addressToStop('Zoé')))).not.toContain('Metz')
    expect(await today()).toContain('Ne veut plus de nos mails Lou Archipel Pau')
    expect(await today()).not.toContain('on n’écrit plus à personne')
  })

  test('and is the last one of their group hears that nobody is left, and can name somebody; the team hears whom to call', async () => {
    const asked = await open(await addressToStop('Noa'))
    expect(textOf(asked)).toContain('Pour Archipel Dax, nous n’écrivons qu’à vous')
    const done = await submit(asked, { do: 'stop' })
    expect(done.status).toBe(200)
    expect(textOf(done)).toContain('Plus personne ne recevra nos mails pour Archipel Dax')
    const name = new RegExp(`href="(/u/[\\w-]{43}/${groupUid('Dax')}/referents)"`).exec(done.html)?.[1]
    expect(textOf(await open(world.url + name))).toContain('Ajouter une personne')
    expect(await today()).toContain(
      'Archipel Dax on n’écrit plus à personne : Noa s’est désinscrit·e le mardi 1er décembre',
    )
    const back = await submit(done, { do: 'back' })
    expect(textOf(back)).toContain('nous vous écrirons de nouveau')
    expect(await today()).not.toContain('on n’écrit plus à personne')
  })

  test('when no other address of the group works is the last one too', async () => {
    await world.db
      .prepare(`INSERT INTO suppression (address, reason, since_at) VALUES (?1, 'hard_bounce', ?2)`)
      .bind(addressOf('Max'), world.now().toISOString())
      .run()
    await submit(await open(await addressToStop('Zoé')), { do: 'stop' })
    expect(await today()).toMatch(
      /Archipel Metz on n’écrit plus à personne : Zoé s’est désinscrit·e le \S+ 1er décembre, et aucune autre adresse ne marche/,
    )
  })
})
