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
    towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'], Metz: ['Max', 'Zoé'], Sète: ['Uma', 'Ilo'], Agde: ['Ilo', 'Uma'] },
  })
})
afterAll(() => world.stop())

const addressToStop = async (name: string) => (await world.linkOf(name)).replace('/u/', '/unsubscribe/')
const reasonOf = (name: string) =>
  world.db.prepare('SELECT reason FROM suppression WHERE address = ?1').bind(addressOf(name)).first<string>('reason')
function oneClickInParts(): FormData {
  const form = new FormData()
  form.set('List-Unsubscribe', 'One-Click')
  return form
}
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

describe('a mail program’s button', () => {
  test.each([
    ['no body and no type', {}],
    ['an empty form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '' }],
    ['a plain text', { headers: { 'content-type': 'text/plain' }, body: 'List-Unsubscribe=One-Click' }],
    ['an empty plain text', { headers: { 'content-type': 'text/plain; charset=utf-8' }, body: '' }],
    ['a type without a name', { headers: { 'content-type': '' }, body: 'List-Unsubscribe=One-Click' }],
    ['a form in parts', { body: oneClickInParts() }],
    ['a form in parts that says no boundary', { headers: { 'content-type': 'multipart/form-data' }, body: 'x' }],
    ['other words', { body: new URLSearchParams({ 'list-unsubscribe': 'one-click' }) }],
    ['a JSON', { headers: { 'content-type': 'application/json' }, body: '{"List-Unsubscribe":"One-Click"}' }],
  ])('that sends %s is answered with a plain 200, and the mails stop', async (_, init: RequestInit) => {
    const address = await addressToStop('Uma')
    for (const damage of ['', '%3E']) {
      await world.db.prepare('DELETE FROM suppression WHERE address = ?1').bind(addressOf('Uma')).run()
      const { status } = await fetch(address + damage, { method: 'POST', redirect: 'error', ...init })
      expect(status).toBe(200)
      expect(await reasonOf('Uma')).toBe('unsubscribed')
    }
  })
})

describe('whoever unsubscribed', () => {
  test('hears so on every page that their links lead to, each with the way back', async () => {
    const address = await addressToStop('Ilo')
    await fetch(address, { method: 'POST' })
    const said = 'Vous ne recevez plus nos mails'
    const form = address.replace('/unsubscribe/', '/u/')
    for (const page of [address, form, `${form}/${groupUid('Sète')}`, `${await world.linkOf('Ilo')}`])
      expect(textOf(await open(page)), page).toContain(said)
    const back = await submit(await open(form), { do: 'back' }, address)
    expect(textOf(back)).toContain('nous vous écrirons de nouveau')
    expect(await reasonOf('Ilo')).toBeNull()
    for (const page of [address, form]) expect(textOf(await open(page))).not.toContain(said)
  })

  test('or whose program called our mails unwanted, is put back by themselves alone', async () => {
    await world.db
      .prepare(`INSERT OR REPLACE INTO suppression (address, reason, since_at) VALUES (?1, 'complaint', ?2)`)
      .bind(addressOf('Uma'), world.now().toISOString())
      .run()
    const page = await open(await addressToStop('Uma'))
    expect(textOf(page)).toContain('ou votre messagerie pour vous')
    await submit(page, { do: 'back' })
    expect(await reasonOf('Uma')).toBeNull()
  })

  test('is not brought back by a program that knows nothing of our page', async () => {
    const address = await addressToStop('Uma')
    await fetch(address, { method: 'POST' })
    const body = new URLSearchParams({ do: 'back' })
    expect((await fetch(address, { method: 'POST', body })).status).toBe(400)
    expect(await reasonOf('Uma')).toBe('unsubscribed')
  })
})
