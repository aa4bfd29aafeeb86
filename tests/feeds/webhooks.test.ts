import { Webhook as Verifier } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import movement from '#sample/movement.ts'
import { settleFeeds } from '#scripts/feeds/settle.ts'
import { erasePerson } from '#shared/actions/erase-person.ts'
import { makeWebhook, replayWebhook, tryWebhook } from '#shared/actions/webhooks.ts'
import { insertEvent } from '#shared/db/events.ts'
import { type ActionEvent, actionNames } from '#shared/domain/event.ts'
import { linkKey } from '#shared/domain/link.ts'
import { webhookSecret } from '#shared/domain/webhook/signature.ts'
import type { Webhook } from '#shared/domain/webhook/webhook.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { setGroup } from '#tests/support/feeds.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { type Received, type Receiver, startReceiver } from '#tests/support/receiver.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let receiver: Receiver
const start = '2026-12-01T10:00:00+01:00'

beforeAll(async () => {
  world = await startWorld({ clock: start, vars: { WEBHOOKS_PRIVATE: 'yes' } })
  receiver = await startReceiver()
})
afterAll(() => Promise.all([world.stop(), receiver.stop()]))

const acting = () => ({ db: world.db, movement, actor: { kind: 'system' as const }, now: world.now() })
const uid = 'webhook-of-a-test'

const make = (given: Partial<Webhook> = {}) =>
  makeWebhook(acting(), {
    uid,
    name: 'n8n',
    url: `${receiver.url}/hook`,
    format: 'standard',
    actions: null,
    regions: null,
    tellsPeople: false,
    language: null,
    digestAt: null,
    ...given,
  })

const happen = (event: ActionEvent, now = world.now()) =>
  insertEvent(world.db, { kind: 'referent', person: personUid('Lou') }, event, now).run()
const correct = (town: string) => happen({ action: 'update_section', group: groupUid(town), revision: 2 })
/** Minutes after the start. */
const tick = (minutes = 0) => world.tick(new Date(Date.parse(start) + minutes * 60_000))
const bodies = () => receiver.calls.map(({ body }) => JSON.parse(body))
const told = () => bodies().map(({ type, data }) => `${type} ${data.group?.name ?? '–'}`)
const deliveries = async () =>
  (await world.db.prepare('SELECT state, attempts, status, trouble, due_at FROM delivery ORDER BY id').all()).results

beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Noa'], Dax: ['Sam'] }, world.now())
  await make()
  await world.db.prepare('DELETE FROM event').run()
  receiver.calls.length = 0
  receiver.answer(() => 204)
})
afterEach(() => vi.useRealTimers())

describe('another program is told what happens', () => {
  test('signed as Standard Webhooks say, little of it, and nobody named', async () => {
    await submit(await open(`${await world.linkOf('Lou')}/${groupUid('Pau')}/identity`), {
      [`${groupUid('Pau')}.active_members`]: '31',
    })
    await tick()
    const [call] = receiver.calls
    if (!call) throw new Error('nothing was told')
    const secret = await webhookSecret(await linkKey(await world.secret()), uid)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(start) + 60_000 })
    const headers = call.headers as Record<string, string>
    expect(new Verifier(secret).verify(call.body, headers)).toEqual({
      type: 'update_section',
      timestamp: new Date(start).toISOString(),
      data: {
        event: expect.any(Number),
        actor: 'referent',
        group: { id: groupUid('Pau'), name: 'Archipel Pau', region: null },
        revision: 2,
        details: expect.any(Object),
      },
    })
    expect(() => new Verifier(secret).verify(`${call.body} `, headers)).toThrow()
    expect(call.headers['content-type']).toBe('application/json')
    expect(call.body).not.toMatch(/Lou|@|person-/)
  })

  test('with who, where it may be told, and never of whoever was erased before it left', async () => {
    await world.db.prepare('UPDATE webhook SET tells_people = 1').run()
    await happen({ action: 'set_consents', person: personUid('Noa') })
    await tick()
    expect(bodies()[0].data).toMatchObject({
      by: { id: personUid('Lou'), name: 'Lou' },
      person: { id: personUid('Noa'), name: 'Noa' },
    })
    await happen({ action: 'set_consents', person: personUid('Noa') })
    await erasePerson(acting(), personUid('Noa'))
    receiver.calls.length = 0
    await tick(1)
    // That somebody was erased names nobody, and keeps no order: both are called at once
    expect(told().sort()).toEqual(['erase_person –', 'set_consents –'])
    expect(JSON.stringify(bodies())).not.toContain('Noa')
    expect(JSON.stringify(bodies())).not.toContain(addressOf('Noa'))
  })

  test('of the actions and regions that it asks for', async () => {
    await setGroup(world, 'Dax', { region: 'Nouvelle-Aquitaine' })
    await world.db
      .prepare(`UPDATE webhook SET actions = '["pause_group","update_section"]', regions = '["Nouvelle-Aquitaine"]'`)
      .run()
    await correct('Pau')
    await correct('Dax')
    await happen({ action: 'wake_group', group: groupUid('Dax') })
    await happen({ action: 'import_rows' })
    await tick()
    expect(told()).toEqual(['update_section Archipel Dax'])
  })

  test('from the transaction of what it is told on: what was not kept is not told', async () => {
    await expect(
      world.db.batch([
        insertEvent(world.db, { kind: 'system' }, { action: 'import_rows' }, world.now()),
        world.db.prepare(`INSERT INTO local_group (uid) VALUES ('half')`),
      ]),
    ).rejects.toThrow()
    await tick()
    expect([await deliveries(), receiver.calls]).toEqual([[], []])
  })

  test('and where there is none, an event writes no row more', async () => {
    await world.db.prepare('DELETE FROM webhook').run()
    const { meta } = await happen({ action: 'import_rows' })
    expect(meta.changes).toBe(1)
    expect(await deliveries()).toEqual([])
  })
})

describe('what another program does not take', () => {
  test('is sent again for more than a day, each time later, with the same id, and then given up', async () => {
    receiver.answer(() => 500)
    await correct('Pau')
    const times: number[] = []
    for (let minute = 0; minute < 60 * 48; minute += 1) {
      const before = receiver.calls.length
      // Nothing is due between: looking every minute would only take time
      const { results } = await world.db
        .prepare(`SELECT due_at, wait_until FROM delivery JOIN webhook ON true WHERE state = 'pending'`)
        .all<{ due_at: string; wait_until: string | null }>()
      const [row] = results
      if (!row) break
      const due = Math.max(Date.parse(row.due_at), Date.parse(row.wait_until ?? row.due_at))
      minute = Math.max(minute, Math.ceil((due - Date.parse(start)) / 60_000))
      await tick(minute)
      if (receiver.calls.length > before) times.push(minute)
    }
    expect(times.length).toBe(8)
    expect(times.at(-1)).toBeGreaterThan(24 * 60)
    expect(new Set(receiver.calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await deliveries()).toMatchObject([{ state: 'failed', attempts: 8, status: 500 }])
    // By hand, with the id that the program knows
    receiver.answer(() => 204)
    await replayWebhook(acting(), uid, null)
    await tick(60 * 48)
    const ids = receiver.calls.map(({ headers }) => headers['webhook-id'])
    expect(ids.filter((id) => id === ids[0])).toHaveLength(9)
    expect((await deliveries())[0]).toMatchObject({ state: 'delivered' })
  })

  test('waits as long as the program asks for', async () => {
    receiver.answer(() => ({ status: 429, headers: { 'retry-after': '600' } }))
    await correct('Pau')
    await tick()
    await tick(9)
    expect(receiver.calls).toHaveLength(1)
    await tick(11)
    expect(receiver.calls).toHaveLength(2)
  })

  test('keeps what came later of the same group, in its order, and nothing of other groups', async () => {
    receiver.answer(({ body }) => (body.includes('Pau') ? 500 : 204))
    await correct('Pau')
    await happen({ action: 'pause_group', group: groupUid('Pau') })
    for (const action of ['update_section', 'pause_group', 'wake_group'] as const)
      await happen({ action, group: groupUid('Dax') })
    await tick()
    await tick(2)
    expect(told().filter((line) => line.includes('Dax'))).toEqual(
      ['update_section', 'pause_group', 'wake_group'].map((action) => `${action} Archipel Dax`),
    )
    expect(told()).not.toContain('pause_group Archipel Pau')
    receiver.answer(() => 204)
    await tick(90)
    expect(told().slice(-2)).toEqual(['update_section Archipel Pau', 'pause_group Archipel Pau'])
    expect((await deliveries()).every(({ state }) => state === 'delivered')).toBe(true)
  })

  test('keeps what came later of the same person, in its order, and nothing of other people', async () => {
    const agreed = (name: string, fields: readonly string[]) =>
      insertEvent(
        world.db,
        { kind: 'referent', person: personUid(name) },
        { action: 'set_consents', details: { fields } },
        world.now(),
      ).run()
    receiver.answer(({ body }) => (body.includes('refused') ? 500 : 204))
    await agreed('Lou', ['refused'])
    await agreed('Lou', ['second'])
    // What was done to them in a group keeps their order too
    await insertEvent(
      world.db,
      { kind: 'system' },
      { action: 'leave_group', group: groupUid('Pau'), person: personUid('Lou') },
      world.now(),
    ).run()
    await agreed('Noa', ['third'])
    await correct('Dax')
    await tick()
    await tick(2)
    const fields = () => bodies().map(({ type, data }) => data.details.fields?.[0] ?? type)
    expect(fields()).toContain('third')
    expect(fields()).toContain('update_section')
    expect(fields()).not.toContain('second')
    expect(fields()).not.toContain('leave_group')
    receiver.answer(() => 204)
    await tick(90)
    expect(fields().slice(-3)).toEqual(['refused', 'second', 'leave_group'])
  })

  test('of one webhook stops no other, and Today says since when', async () => {
    const slow = await startReceiver()
    slow.answer(() => 'hang up')
    await makeWebhook(acting(), {
      uid: 'webhook-two',
      name: 'Wiki',
      url: slow.url,
      format: 'standard',
      actions: null,
      regions: null,
      tellsPeople: false,
      language: null,
      digestAt: null,
    })
    await world.db.prepare('DELETE FROM event').run()
    receiver.calls.length = 0
    for (const town of ['Pau', 'Dax']) await correct(town)
    await tick()
    await tick(2)
    await slow.stop()
    expect(told()).toHaveLength(2)
    const page = textOf(await look(world, await signIn(world), '/dashboard'))
    expect(page).toMatch(/Wiki ne reçoit plus rien depuis mardi 1er décembre à 10:0/)
    expect(page).not.toMatch(/n8n ne reçoit/)
  })

  test('because it is gone (410) is not sent any more, nor is what waited', async () => {
    receiver.answer(() => 410)
    for (const town of ['Pau', 'Dax', 'Pau']) await correct(town)
    await tick()
    const calls = receiver.calls.length
    await correct('Pau')
    await tick(120)
    expect(receiver.calls).toHaveLength(calls)
    expect((await deliveries()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(
      await world.db.prepare(`SELECT stopped_why FROM webhook WHERE uid = ?1`).bind(uid).first('stopped_why'),
    ).toBe('gone')
    expect(textOf(await look(world, await signIn(world), '/dashboard'))).toContain('n8n ne veut plus rien recevoir')
  })

  test('because it leads elsewhere is not taken there', async () => {
    const elsewhere = await startReceiver()
    receiver.answer(() => ({ status: 307, headers: { location: elsewhere.url } }))
    await correct('Pau')
    await tick()
    await elsewhere.stop()
    expect(elsewhere.calls).toEqual([])
    expect(await deliveries()).toMatchObject([{ state: 'pending', status: 307 }])
  })

  test('since a run was killed in the middle is sent again by the next, once its lease is over', async () => {
    await correct('Pau')
    // Taken, and perhaps sent: nothing was recorded
    await world.db
      .prepare('UPDATE delivery SET attempts = 1, due_at = ?1')
      .bind(new Date(Date.parse(start) + 60_000).toISOString())
      .run()
    await tick()
    expect(receiver.calls).toEqual([])
    await tick(2)
    expect(told()).toEqual(['update_section Archipel Pau'])
  })
})

test('a trial is told to the webhook that is tried, whatever it asks for, and to no other', async () => {
  await make({ uid: 'webhook-two', url: `${receiver.url}/two`, actions: ['pause_group'] })
  await world.db.prepare('DELETE FROM event').run()
  await tryWebhook(acting(), 'webhook-two')
  await tick()
  expect(receiver.calls.map(({ path }) => path)).toEqual(['/two'])
  expect(told()).toEqual(['try_webhook –'])
})

test('npm run feeds says when each last took something', async () => {
  const shown = () => settleFeeds(acting(), [], { token: '', regions: null })
  expect(await shown()).toMatch(/n8n.*(nothing was sent|rien ne lui a encore été envoyé)/)
  await correct('Pau')
  await tick()
  expect(await shown()).toMatch(/n8n.*(last taken|dernier envoi reçu) .*10:0/)
  receiver.answer(() => 500)
  await correct('Pau')
  await tick(1)
  expect(await shown()).toMatch(/n8n.*(has taken nothing since|ne reçoit plus rien depuis)/)
})

describe('a chat', () => {
  const chat = (given: Partial<Webhook>) =>
    make({ uid: 'chat', url: `${receiver.url}/chat`, format: 'chat', language: 'fr', ...given })
  const said = () => receiver.calls.filter(({ path }) => path === '/chat').map(({ body }) => JSON.parse(body).text)

  beforeEach(() => world.db.prepare('DELETE FROM webhook').run())

  test('hears each thing in words, with nobody’s name, and no name is more than text', async () => {
    await setGroup(world, 'Pau', { name: '@all **Pau** [x](https://evil.example.org) :boom: #a\n# b' })
    await chat({})
    await world.db.prepare('DELETE FROM event').run()
    await correct('Pau')
    await tick()
    const [text] = said()
    expect(text).toMatch(/ · a corrigé une partie de la fiche · Quelqu’un du groupe$/)
    expect(text).not.toMatch(/Lou|\n|@all|\*\*Pau\*\*|\]\(https:\/\/evil|:boom:|evil\.example/)
    expect(text).toContain(`](http://localhost:${world.port}/dashboard/groups/${groupUid('Pau')})`)
  })

  // What their documents say that an incoming webhook takes. Mattermost: JSON with a `text` of 16,383 characters at most; hookshot: JSON with a `text`
  const documented = ({ headers, body }: Received) => {
    const { text, ...others } = JSON.parse(body)
    const isTaken =
      headers['content-type'] === 'application/json' &&
      typeof text === 'string' &&
      text.trim() !== '' &&
      [...text].length <= 16_383 &&
      Object.keys(others).length === 0
    return isTaken ? 200 : 400
  }

  test('is sent what Mattermost and Matrix take, also after a day on which everything happened everywhere', async () => {
    receiver.answer(documented)
    await setGroup(world, 'Pau', { name: 'É'.repeat(120) })
    await world.db.prepare('DELETE FROM delivery').run()
    await chat({ digestAt: '18:00' })
    await make({ uid: 'chat-at-once', url: `${receiver.url}/chat`, format: 'chat', language: 'en' })
    const events = actionNames.flatMap((action) => [{ action, group: groupUid('Pau') }, { action }])
    await world.db.batch(events.map((event) => insertEvent(world.db, { kind: 'system' }, event, world.now())))
    await tick(8 * 60)
    await tick(8 * 60 + 1)
    const states = (await deliveries()).map(({ state, status }) => `${state} ${status}`)
    expect(new Set(states)).toEqual(new Set(['delivered 200']))
    expect(said().filter((text) => text.includes('/desk/log'))).toHaveLength(1)
    expect(said().length).toBeGreaterThan(actionNames.length)
  })

  test('hears who it was, where that is chosen', async () => {
    await chat({ tellsPeople: true })
    await world.db.prepare('DELETE FROM event').run()
    await correct('Pau')
    await tick()
    expect(said()).toEqual([expect.stringMatching(/ · a corrigé une partie de la fiche · Lou$/)])
  })

  test('hears once a day what happened, at its hour, and nothing on a day without', async () => {
    await chat({ digestAt: '18:00' })
    await world.db.prepare('DELETE FROM delivery').run()
    await correct('Pau')
    await correct('Pau')
    await correct('Dax')
    await happen({ action: 'open_step' })
    await tick(60)
    expect(said()).toEqual([])
    await tick(8 * 60)
    await tick(8 * 60 + 1)
    expect(said()).toHaveLength(1)
    expect(said()[0].split('\n')).toEqual([
      '**Archipel** · 4 choses faites depuis le dernier résumé',
      '- a corrigé une partie de la fiche · 3 fois · Archipel Pau, Archipel Dax',
      '- une étape de la mise à jour s’est ouverte · 1 fois',
      expect.stringContaining('/desk/log'),
    ])
    await tick(32 * 60)
    expect(said()).toHaveLength(1)
    await correct('Dax')
    await tick(56 * 60)
    expect(said()[1]).toContain('1 chose faite depuis')
  })
})
