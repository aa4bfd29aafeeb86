import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { linkKey } from '#shared/domain/link.ts'
import { webhookSecret } from '#shared/domain/webhook/signature.ts'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act } from '#tests/support/desk.ts'
import { makeGroups } from '#tests/support/movement.ts'
import { type Receiver, startReceiver } from '#tests/support/receiver.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let receiver: Receiver
let session: string
beforeAll(async () => {
  world = await startWorld({ vars: { WEBHOOKS_PRIVATE: 'yes' } })
  receiver = await startReceiver()
})
afterAll(() => Promise.all([world.stop(), receiver.stop()]))
beforeEach(async () => {
  await world.clear()
  receiver.calls.length = 0
  await makeGroups(world.db, { Pau: ['Lou'] }, world.now())
  session = await signIn(world)
})

const path = '/webhooks'
const connect = (changes: Record<string, string | null> = {}) =>
  act(world, session, path, { name: 'n8n', url: `${receiver.url}/hook`, way: 'standard', topic: null, ...changes })
const webhook = async () =>
  (await world.db.prepare('SELECT uid, url, format, actions, tells_people, digest_at FROM webhook').all()).results

test('a program is connected, its secret shown once, and a trial shows whether it hears', async () => {
  const made = await connect()
  const [kept] = await webhook()
  const secret = await webhookSecret(await linkKey(await world.secret()), String(kept?.uid))
  expect([made.status, kept]).toMatchObject([
    200,
    { format: 'standard', actions: null, tells_people: 0, digest_at: null },
  ])
  expect(made.page.html).toContain(secret)
  const here = `${path}/${kept?.uid}`
  expect((await act(world, session, here, { do: 'try', delivery: null })).to).toBe(`/desk${here}?done=webhook_tried`)
  await world.tick()
  expect(receiver.calls.map(({ body }) => JSON.parse(body).type).sort()).toEqual(['make_webhook', 'try_webhook'])
  const page = await look(world, session, `/desk${here}`)
  expect(textOf(page)).toMatch(/Marche : dernier envoi reçu le 1er décembre 2026 à 10:0/)
  expect(page.html).not.toContain(secret)
  expect(page.html).not.toContain(`${receiver.url}/hook`)
  expect(textOf(await look(world, session, '/desk/log'))).toContain('a branché un autre programme')
})

test('what is wrong with an address is said, and what was typed stays', async () => {
  for (const [url, said] of [
    ['http://hook.example.org/x', 'elle doit commencer par https://'],
    ['hook', 'nous ne reconnaissons pas cette adresse'],
    ['', 'à remplir'],
  ] as const) {
    const { status, page } = await connect({ url })
    expect([status, textOf(page)]).toEqual([422, expect.stringContaining(said)])
    expect(page.html).toContain('value="n8n"')
  }
  expect(await webhook()).toEqual([])
})

test('sent twice, it is one', async () => {
  const uid = 'a-webhook-of-mine'
  await connect({ uid })
  await connect({ uid })
  expect(await webhook()).toHaveLength(1)
})

test('a chat is told of what was ticked, in the reader’s language, once a day', async () => {
  await connect({ way: 'chat_evening', topic: 'groups', tells_people: 'oui' })
  expect(await webhook()).toEqual([expect.objectContaining({ format: 'chat', digest_at: '18:00', tells_people: 1 })])
  expect(JSON.parse(String((await webhook())[0]?.actions))).toEqual(
    expect.arrayContaining(['create_group', 'pause_group']),
  )
  expect((await webhook())[0]?.actions).not.toContain('sign_in')
})

test('what it missed is sent again, it is stopped, woken and taken off', async () => {
  await connect()
  const here = `${path}/${(await webhook())[0]?.uid}`
  receiver.answer(() => 500)
  await world.tick()
  const delivery = String(await world.db.prepare('SELECT id FROM delivery').first('id'))
  const page = textOf(await look(world, session, `/desk${here}`))
  expect(page).toMatch(/1 essai, le prochain le .* · réponse 500/)
  receiver.answer(() => 204)
  await act(world, session, here, { do: 'replay', delivery })
  await world.tick()
  expect(textOf(await look(world, session, `/desk${here}`))).toContain('Marche')
  await act(world, session, here, { do: 'stop', delivery: null })
  expect(textOf(await look(world, session, `/desk${path}`))).toContain('Débranché par l’équipe')
  await act(world, session, here, { do: 'wake', delivery: null })
  await act(world, session, here, { do: 'remove', delivery: null })
  expect([await webhook(), (await look(world, session, `/desk${here}`)).status]).toEqual([[], 404])
})

test('who signed in long ago signs in again before anything is connected', async () => {
  await world.setClock('2026-12-01T11:00:00+01:00')
  const { status } = await connect()
  await world.setClock('2026-12-01T10:00:00+01:00')
  expect([status, await webhook()]).toEqual([403, []])
})
