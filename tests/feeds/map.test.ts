import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { settleFeeds } from '#scripts/feeds/settle.ts'
import { writeConsents } from '#shared/db/consents.ts'
import { endMemberships } from '#shared/db/people.ts'
import { upsertSettings } from '#shared/db/settings.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { agree, putOnMap, setGroup } from '#tests/support/feeds.ts'
import { invite } from '#tests/support/invitations.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { startWorld, startWorldInWorkerd, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(() => world.clear())

type Properties = Record<string, unknown> & { contacts?: Record<string, string>[] }
type Feature = { type: string; id: string; geometry: { type: string; coordinates: number[] }; properties: Properties }

const get = (path: string, headers: Record<string, string> = {}) => fetch(world.url + path, { headers })
const feed = '/feeds/groups.geojson'

/** What a map gets after a run of the cron. */
async function features(path = feed): Promise<Feature[]> {
  await world.tick()
  const response = await get(path)
  expect(response.status, await response.clone().text()).toBe(200)
  return ((await response.json()) as { features: Feature[] }).features
}
const names = async (path = feed) => (await features(path)).map(({ properties }) => properties.name)
const numbered = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `Ville ${from + index}`)
const settle = (...words: string[]) =>
  settleFeeds({ db: world.db, movement, actor: { kind: 'system' }, now: world.now() }, words, {
    token: 'k'.repeat(43),
    regions: null,
  })

describe('the map shows', () => {
  test('groups that want to be on it, where they are, as RFC 7946 and GoGoCarto have it', async () => {
    await makeGroups(world.db, { Rennes: ['Lou'], Brest: ['Noa'] }, world.now())
    await putOnMap(world, ['Rennes'])
    await setGroup(world, 'Rennes', {
      postcode: '35000',
      website: 'https://rennes.example.org',
      public_email: 'rennes@example.net',
      note: 'Secret',
    })
    const [rennes, ...others] = await features()
    expect(others).toEqual([])
    expect(rennes).toEqual({
      type: 'Feature',
      id: groupUid('Rennes'),
      geometry: { type: 'Point', coordinates: [-2, 48] },
      properties: {
        id: groupUid('Rennes'),
        name: 'Archipel Rennes',
        categories: ['actif'],
        town: 'Rennes',
        postcode: '35000',
        department: '35',
        region: 'Bretagne',
        state: 'active',
        website: 'https://rennes.example.org',
        public_email: 'rennes@example.net',
        addressLocality: 'Rennes',
        postalCode: '35000',
        addressCountry: 'FR',
        updateAt: world.now().toISOString(),
        url: `${world.url}/find/${groupUid('Rennes')}`,
      },
    })
    const response = await get('/feeds/groups.json')
    const { data } = (await response.json()) as { data: Properties[] }
    expect(data).toEqual([{ ...rennes?.properties, latitude: 48, longitude: -2 }])
    // GoGoCarto writes to what is called so
    expect(data[0]).not.toHaveProperty('email')
  })

  test('nothing before the cron has run, and no closed group', async () => {
    expect((await get(feed)).status).toBe(503)
    await makeGroups(world.db, { Rennes: [] }, world.now())
    await makeGroups(world.db, { Brest: [] }, world.now(), { state: 'closed' })
    await putOnMap(world, ['Rennes', 'Brest'])
    expect(await names()).toEqual(['Archipel Rennes'])
  })

  test('only what its address asks for', async () => {
    await makeGroups(world.db, { Rennes: [], Brest: [], Lyon: [], Pau: [] }, world.now())
    await putOnMap(world, ['Rennes', 'Brest'])
    await putOnMap(world, ['Lyon', 'Pau'], 'Auvergne & Rhône')
    await setGroup(world, 'Brest', { state: 'starting' })
    await world.db.batch([
      world.db.prepare(
        `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-1', 'Fête', 'fete', '2026-10-01', '2026-09-01')`,
      ),
      world.db.prepare(
        `INSERT INTO participation (group_id, campaign_id, role) SELECT g.id, campaign.id, 'organised' FROM local_group g, campaign WHERE g.town = 'Lyon'`,
      ),
    ])
    expect(await names()).toHaveLength(4)
    expect(await names(`${feed}?region=Bretagne`)).toEqual(['Archipel Rennes', 'Archipel Brest'])
    expect(await names(`${feed}?region=${encodeURIComponent('Auvergne & Rhône')}`)).toHaveLength(2)
    expect(await names(`${feed}?region=Bretagne&state=starting`)).toEqual(['Archipel Brest'])
    expect(await names(`${feed}?state=starting&state=active`)).toHaveLength(4)
    expect(await names(`${feed}?campaign=${encodeURIComponent('Fête')}`)).toEqual(['Archipel Lyon'])
    expect((await get(`${feed}?region=Nowhere`)).status).toBe(503)
  })

  test('of one answer to a public question of the movement, and held back by itself when that shrinks', async () => {
    const towns = ['Rennes', 'Brest', 'Lyon', 'Pau']
    await makeGroups(world.db, Object.fromEntries(towns.map((town) => [town, []])), world.now())
    await putOnMap(world, towns)
    const label = { fr: 'Question', en: 'Question' }
    const options = ['food', 'housing'].map((key) => ({ key, label: { fr: key, en: key } }))
    const questions: SomeSettings['questions'] = [
      { key: 'room', type: 'yes_no', label, audience: 'public' },
      { key: 'themes', type: 'choices', label, options, audience: 'public' },
      { key: 'secret', type: 'yes_no', label, audience: 'group' },
      { key: 'region', type: 'yes_no', label, audience: 'public' },
    ]
    await upsertSettings(world.db, { questions }, world.now()).run()
    const answer = (town: string, answers: object) =>
      world.db
        .prepare('UPDATE local_group SET own = ?2 WHERE uid = ?1')
        .bind(groupUid(town), JSON.stringify(answers))
        .run()
    for (const town of towns)
      await answer(town, { room: town !== 'Pau', themes: town === 'Lyon' ? 'food,housing' : 'food', secret: true })
    expect(await names(`${feed}?room=yes`)).toEqual(['Archipel Rennes', 'Archipel Brest', 'Archipel Lyon'])
    expect(await names(`${feed}?room=no`)).toEqual(['Archipel Pau'])
    expect(await names(`${feed}?themes=housing&room=yes`)).toEqual(['Archipel Lyon'])
    // What is not public finds nobody and hides nobody
    expect(await names(`${feed}?secret=no`)).toHaveLength(4)
    expect(await names(`${feed}?region=Bretagne`)).toHaveLength(4)
    for (const town of towns) await answer(town, { room: false, themes: 'food' })
    await world.tick()
    expect((await get(`${feed}?room=yes`)).status).toBe(503)
    expect((await get(`${feed}?room=yes&themes=food`)).status).toBe(503)
    expect(await names(`${feed}?themes=food`)).toHaveLength(4)
    expect(await names()).toHaveLength(4)
  })

  test('an answer that is public by consent once the group has agreed, and no more once it takes that back', async () => {
    await makeGroups(world.db, { Rennes: ['Lou'], Brest: ['Noa'] }, world.now())
    await putOnMap(world, ['Rennes', 'Brest'])
    const label = { fr: 'Un local ?', en: 'A room?' }
    const questions = [{ key: 'room', type: 'yes_no', label, audience: 'consent' }]
    // A version that was never there: workers know what was set by it
    for (const time of [1, 2, 3]) await upsertSettings(world.db, { questions, name: `${time}` }, world.now()).run()
    const path = `${await world.linkOf('Lou')}/${groupUid('Rennes')}`
    const say = async (answers: Record<string, string>) => {
      const page = await open(`${path}/identity`)
      expect(textOf(page)).toContain('Montrer à tout le monde : « Un local ? »')
      const named = Object.entries(answers).map(([key, value]) => [`${groupUid('Rennes')}.${key}`, value])
      await submit(page, Object.fromEntries(named))
      return (await features()).find(({ id }) => id === groupUid('Rennes'))?.properties
    }
    expect((await say({ own_room: 'oui' }))?.own_room ?? null).toBeNull()
    // Who has not agreed has nothing to complete
    expect(textOf(await open(path))).not.toMatch(/montrer à tout le monde/i)
    expect((await get(`${feed}?room=yes`)).status).toBe(503)
    expect((await say({ own_room_shown: 'oui' }))?.own_room).toBe(true)
    expect(await names(`${feed}?room=yes`)).toEqual(['Archipel Rennes'])
    expect(textOf(await open(`${path}/history`))).toContain('Montrer à tout le monde : « Un local ? »')
    expect((await say({ own_room_shown: '' }))?.own_room ?? null).toBeNull()
  })

  test('to any site, and again only what has changed', async () => {
    await makeGroups(world.db, { Rennes: ['Lou'] }, world.now())
    await putOnMap(world, ['Rennes'])
    await world.tick()
    const first = await get(feed)
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    expect(first.headers.get('content-type')).toBe('application/geo+json')
    expect(new Date(first.headers.get('last-modified') ?? '').getTime()).toBe(world.now().getTime())
    const tag = first.headers.get('etag') ?? ''
    expect((await get(feed, { 'if-none-match': tag })).status).toBe(304)
    expect((await get(feed, { 'if-none-match': `"x", ${tag}` })).status).toBe(304)
    expect((await get(feed, { 'if-modified-since': first.headers.get('last-modified') ?? '' })).status).toBe(304)
    expect((await fetch(world.url + feed, { method: 'OPTIONS' })).status).toBe(204)
    expect((await fetch(world.url + feed, { method: 'HEAD' })).status).toBe(200)
    await world.tick()
    expect((await get(feed, { 'if-none-match': tag })).status).toBe(304)
    await setGroup(world, 'Rennes', { website: 'https://rennes.example.org' })
    await world.tick()
    expect((await get(feed, { 'if-none-match': tag })).status).toBe(200)
  })
})

describe('of people the map shows', () => {
  beforeEach(async () => {
    await makeGroups(world.db, { Rennes: ['Lou', 'Noa'], Brest: ['Lou'] }, world.now())
    await putOnMap(world, ['Rennes', 'Brest'])
    await world.db.prepare(`UPDATE person SET phone = '+33612345678' WHERE name = 'Lou'`).run()
  })
  const contacts = async () =>
    Object.fromEntries((await features()).map(({ id, properties }) => [id, properties.contacts]))

  test('nothing that they did not agree to', async () => {
    await world.tick()
    for (const path of [feed, '/feeds/groups.json'])
      expect(await (await get(path)).text()).not.toMatch(/Lou|Noa|lou@|noa@|\+33/)
  })

  test('each field that they agreed to, in each of their groups, and no other', async () => {
    await agree(world, 'Lou', ['phone'])
    await agree(world, 'Noa', ['name', 'email'])
    expect(await contacts()).toEqual({
      [groupUid('Rennes')]: [{ phone: '+33612345678' }, { name: 'Noa', email: addressOf('Noa') }],
      [groupUid('Brest')]: [{ phone: '+33612345678' }],
    })
  })

  test('nothing any more of who takes it back, leaves, or is erased: in that moment, before any cron', async () => {
    const kept = async () => (await (await get(feed)).text()).match(/"name":"(Lou|Noa)"|\+33612345678/g) ?? []
    await agree(world, 'Lou', ['name', 'phone'])
    await agree(world, 'Noa', ['name'])
    await world.tick()
    const tag = (await get(feed)).headers.get('etag') ?? ''
    expect(await kept()).toHaveLength(5)
    await world.db.batch(writeConsents(world.db, personUid('Lou'), { name: 'D’accord pour name' }, world.now()))
    expect(await kept()).toEqual(['"name":"Lou"', '"name":"Noa"', '"name":"Lou"'])
    expect((await get(feed, { 'if-none-match': tag })).status).toBe(200)
    expect((await get(feed, { 'if-modified-since': world.now().toUTCString() })).status).toBe(200)
    await endMemberships(world.db, [{ group: groupUid('Brest'), uid: personUid('Lou') }], world.now()).run()
    expect(await kept()).toEqual(['"name":"Lou"', '"name":"Noa"'])
    await world.db.prepare(`DELETE FROM person WHERE name = 'Noa'`).run()
    expect(await kept()).toEqual(['"name":"Lou"'])
    expect(await contacts()).toEqual({ [groupUid('Rennes')]: [{ name: 'Lou' }], [groupUid('Brest')]: undefined })
  })

  test('nobody in a group that named them, before they said yes', async () => {
    await agree(world, 'Noa', ['name', 'email'])
    const asked = await invite(world, 'Noa', { town: 'Brest', by: 'Lou' })
    const before = await contacts()
    expect(before[groupUid('Brest')]).toBeUndefined()
    expect(before[groupUid('Rennes')]).toHaveLength(1)
    await submit(await open(asked), { do: 'yes' })
    expect((await contacts())[groupUid('Brest')]).toEqual([{ name: 'Noa', email: addressOf('Noa') }])
  })
})

describe('of what a movement asks of people and in its own sections the map shows', () => {
  const both = (fr: string, en: string) => ({ fr, en })
  const questions = [
    { key: 'tongue', section: 'referents', type: 'text', label: both('Langue parlée', 'Tongue'), audience: 'consent' },
    { key: 'years', section: 'referents', type: 'number', label: both('Années', 'Years'), audience: 'public' },
    { key: 'size', section: 'referents', type: 'text', label: both('Taille', 'Size') },
    { key: 'topic', section: 'meetings', type: 'text', label: both('Thème', 'Topic'), audience: 'public' },
    { key: 'held', section: 'meetings', type: 'day', label: both('Le', 'On') },
    { key: 'guest', section: 'meetings', type: 'text', label: both('Invitée du BAFA', 'Guest'), audience: 'consent' },
  ] as const
  const meetings = { key: 'meetings', title: both('Rencontres', 'Meetings'), name: 'topic', day: 'held' }
  const settings = { sections: ['identity', 'referents', meetings], questions, feeds: { find: 'public' } }
  beforeEach(async () => {
    await makeGroups(world.db, { Rennes: ['Lou', 'Noa'], Brest: ['Lou'] }, world.now())
    await putOnMap(world, ['Rennes', 'Brest'])
    for (const time of [4, 5, 6])
      await upsertSettings(world.db, { ...settings, name: `${time}` } as unknown as SomeSettings, world.now()).run()
  })
  const sectionOf = async (name: string, section = 'referents') =>
    open(`${await world.linkOf(name)}/${groupUid('Rennes')}/${section}`)
  const own = (name: string, key: string) => `${personUid(name)}.own_${key}`
  const shownOf = async (town = 'Rennes') => (await features()).find(({ id }) => id === groupUid(town))?.properties
  const card = async () => textOf(await open(`${world.url}/find/${groupUid('Rennes')}`))
  const consents = async () =>
    (
      await world.db
        .prepare('SELECT field, wording, withdrawn_at IS NULL AS stands FROM consent ORDER BY id')
        .all<{ field: string; wording: string; stands: number }>()
    ).results

  test('of a referent what they answered once they agreed, whoever else typed it, and no more once they take that back', async () => {
    const page = await sectionOf('Lou')
    // Of oneself only, and of what may be shown only
    expect(textOf(page).match(/Montrer à tout le monde/g)).toHaveLength(2)
    await submit(page, { [own('Lou', 'tongue')]: 'Breton', [own('Lou', 'size')]: 'M', [own('Noa', 'tongue')]: 'Gallo' })
    expect((await shownOf())?.contacts).toBeUndefined()
    const forged = await submit(await sectionOf('Lou'), { agree: 'own_size', [own('Noa', 'years')]: '3' })
    expect(forged.status).toBe(200)
    expect(await consents()).toEqual([])
    expect(textOf(await submit(await sectionOf('Lou'), { agree: 'own_tongue' }))).toMatch(/C’est enregistré/)
    expect((await shownOf())?.contacts).toEqual([{ own_tongue: 'Breton' }])
    expect((await shownOf('Brest'))?.contacts).toBeUndefined()
    expect(await consents()).toEqual([
      {
        field: 'own_tongue',
        wording: expect.stringMatching(/^Montrer à tout le monde.:.«.Langue parlée.»$/),
        stands: 1,
      },
    ])
    expect(await card()).toContain('Langue parlée : Breton')
    expect(textOf(await open(`${await world.linkOf('Lou')}/me`))).toMatch(/Langue parlée : Breton.*accepté le/s)
    await submit(await sectionOf('Lou'), { agree: '' })
    expect(await (await get(feed)).text()).not.toContain('Breton')
    expect((await consents()).map(({ stands }) => stands)).toEqual([0])
  })

  test('nothing of an answer that another corrected, until it is published as it is', async () => {
    await submit(await sectionOf('Lou'), { [own('Lou', 'tongue')]: 'Breton', agree: 'own_tongue' })
    expect((await shownOf())?.contacts).toEqual([{ own_tongue: 'Breton' }])
    await submit(await sectionOf('Noa'), { [own('Lou', 'tongue')]: 'Gallo' })
    expect(await (await get(feed)).text()).not.toMatch(/Breton|Gallo/)
    expect((await shownOf())?.contacts).toEqual([{ own_tongue: 'Gallo' }])
    await submit(await open(`${await world.linkOf('Lou')}/me`), { own_tongue: null })
    expect((await shownOf())?.contacts).toBeUndefined()
  })

  test('keeps what was ticked with what is to be mended', async () => {
    const wrong = await submit(await sectionOf('Lou'), { [own('Lou', 'years')]: 'plusieurs', agree: 'own_years' })
    expect(wrong.status).toBe(422)
    expect(await consents()).toEqual([])
    await submit(wrong, { [own('Lou', 'years')]: '7' })
    expect((await shownOf())?.contacts).toEqual([{ own_years: 7 }])
  })

  test('of rows of a section of its own what is public, and what is by consent row by row', async () => {
    const page = await sectionOf('Lou', 'own_meetings')
    const uid = /name="row" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
    await submit(page, {
      [`${uid}.own_topic`]: 'Eau <b>',
      [`${uid}.own_held`]: '3/12/2026',
      [`${uid}.own_guest`]: 'Ada',
    })
    expect((await shownOf())?.sections).toEqual({ own_meetings: [{ own_topic: 'Eau <b>', own_guest: null }] })
    expect(await card()).toContain('Rencontres')
    const agreed = await submit(await sectionOf('Lou', 'own_meetings'), { [`${uid}.own_guest_shown`]: 'oui' })
    expect(agreed.status).toBe(200)
    expect((await shownOf())?.sections).toEqual({ own_meetings: [{ own_topic: 'Eau <b>', own_guest: 'Ada' }] })
    expect(await card()).toContain('Invitée du BAFA : Ada')
    const history = `${await world.linkOf('Lou')}/${groupUid('Rennes')}/history`
    expect(textOf(await open(history))).toMatch(/Eau <b>, montrer à tout le monde : « Invitée du BAFA »/)
    await submit(await sectionOf('Lou', 'own_meetings'), { [`${uid}.own_guest_shown`]: '' })
    expect((await shownOf())?.sections).toEqual({ own_meetings: [{ own_topic: 'Eau <b>', own_guest: null }] })
  })
})

describe('a map is not lost by what others lose:', () => {
  beforeEach(async () => {
    await makeGroups(world.db, Object.fromEntries(numbered(0, 20).map((town) => [town, []])), world.now())
    await putOnMap(world, numbered(0, 20))
    expect(await names()).toHaveLength(20)
  })
  const status = async (path = feed) => {
    await world.tick()
    return (await get(path)).status
  }
  const hide = async (from: number, to: number) => {
    for (const town of numbered(from, to)) await setGroup(world, town, { on_map: 0 })
  }

  test('a fifth may go; more at once is held back, and told, until the team says that it is right', async () => {
    await hide(0, 4)
    expect(await names()).toHaveLength(16)
    await hide(4, 8)
    expect(await status()).toBe(503)
    expect((await get(feed)).headers.get('retry-after')).toBe('3600')
    expect(await status('/feeds/groups.json')).toBe(503)
    const session = await signIn(world)
    expect(textOf(await look(world, session, '/dashboard'))).toMatch(
      /La carte publique ne se met plus à jour .* 16 avant, 12 maintenant/,
    )
    expect(await settle()).toMatch(/16/)
    await settle('accept')
    expect(await names()).toHaveLength(12)
    expect(textOf(await look(world, session, '/dashboard'))).not.toContain('La carte publique ne se met plus à jour')
  })

  test('it comes back by itself when they do', async () => {
    await hide(0, 10)
    expect(await status()).toBe(503)
    await putOnMap(world, numbered(0, 10))
    expect(await names()).toHaveLength(20)
  })

  test('an empty one is never shown, but when a coordinator said so', async () => {
    await world.db.prepare('DELETE FROM local_group').run()
    expect(await status()).toBe(503)
    expect(await status()).toBe(503)
    await settle('accept')
    expect(await features()).toEqual([])
  })

  test('groups without a place count as gone from the map, and the team is told which', async () => {
    await setGroup(world, 'Ville 3', { latitude: null })
    expect(await names()).toHaveLength(19)
    expect(textOf(await look(world, await signIn(world), '/dashboard'))).toMatch(
      /Veulent être sur la carte, sans que nous sachions où Archipel Ville 3/,
    )
  })

  test('one region is held back alone', async () => {
    await makeGroups(world.db, Object.fromEntries(numbered(20, 60).map((town) => [town, []])), world.now())
    await putOnMap(world, numbered(20, 60), 'Occitanie')
    expect(await names()).toHaveLength(60)
    await hide(0, 6)
    expect(await names()).toHaveLength(54)
    expect(await status(`${feed}?region=Bretagne`)).toBe(503)
    expect(await names(`${feed}?region=Occitanie`)).toHaveLength(40)
    expect(await status(`${feed}?region=Bretagne`)).toBe(503)
  })
})

describe('a key', () => {
  const token = 'k'.repeat(43)
  beforeEach(async () => {
    await makeGroups(world.db, { Rennes: [], Lyon: [] }, world.now())
    await putOnMap(world, ['Rennes'])
    await putOnMap(world, ['Lyon'], 'Rhône')
    await world.tick()
  })

  test('opens what no proxy keeps for whoever asks without one', async () => {
    const acting = { db: world.db, movement, actor: { kind: 'system' as const }, now: world.now() }
    await settleFeeds(acting, ['key', 'map', 'Site'], { token, regions: ['Rhône'] })
    await features()
    for (const [path, headers] of [
      [`${feed}?key=${token}`, {}],
      [feed, { authorization: `Bearer ${token}` }],
    ] as const)
      expect((await get(path, { ...headers })).headers.get('cache-control')).toBe('private, max-age=300')
    expect((await get(feed)).headers.get('cache-control')).toBe('public, max-age=300')
  })

  test('opens its feed for its regions until it is revoked, and a wrong one opens nothing', async () => {
    const acting = { db: world.db, movement, actor: { kind: 'system' as const }, now: world.now() }
    expect(await settleFeeds(acting, ['key', 'map', 'Site'], { token, regions: ['Rhône'] })).toContain(token)
    expect(await names(`${feed}?key=${token}`)).toEqual(['Archipel Lyon'])
    expect(await names(`${feed}?key=${token}&region=Rhône`)).toEqual(['Archipel Lyon'])
    expect((await get(`${feed}?key=${token}&region=Bretagne`)).status).toBe(503)
    const basic = (password: string) => ({ authorization: `Basic ${btoa(`sympa:${password}`)}` })
    expect((await get(feed, basic(token))).status).toBe(200)
    expect((await get(feed, basic('x'.repeat(43)))).status).toBe(401)
    expect((await get(`${feed}?key=${'x'.repeat(43)}`)).status).toBe(401)
    expect((await get(feed, { authorization: 'Basic =!' })).status).toBe(401)
    expect(
      await world.db.prepare('SELECT count(*) AS kept FROM feed_key WHERE instr(hash, ?1)').bind(token).first('kept'),
    ).toBe(0)
    await settle('revoke', 'Site')
    expect((await get(`${feed}?key=${token}`)).status).toBe(401)
  })
})

test('a run that may look at few groups goes on in the next, and what is touched comes first', async () => {
  const slow = await startWorld({ vars: { GROUPS_PER_RUN: '300' } })
  try {
    const towns = numbered(0, 700)
    await makeGroups(slow.db, Object.fromEntries(towns.map((town) => [town, []])), slow.now())
    await slow.db.prepare(`UPDATE local_group SET on_map = 1, latitude = 48, longitude = 2`).run()
    const count = async () => {
      await slow.tick()
      const response = await fetch(slow.url + feed)
      return response.ok ? ((await response.json()) as { features: unknown[] }).features.length : response.status
    }
    expect([await count(), await count(), await count()]).toEqual([503, 503, 700])
    await slow.db.batch([
      slow.db.prepare(`UPDATE local_group SET on_map = 0 WHERE town = 'Ville 699'`),
      slow.db.prepare(
        `INSERT INTO event (happened_at, actor, action, group_id) SELECT '2026-12-01T09:00:00.000Z', 'system', 'pause_group', id FROM local_group WHERE town = 'Ville 699'`,
      ),
    ])
    expect(await count()).toBe(699)
  } finally {
    await slow.stop()
  }
})

test('where rows are counted, a run in which nothing happened reads next to none, and what happened is published at once', async () => {
  const metered = await startWorldInWorkerd({ vars: { ROWS_ARE_COUNTED: 'yes' } })
  try {
    const towns = numbered(0, 100)
    await makeGroups(metered.db, Object.fromEntries(towns.map((town) => [town, [`Ref ${town}`]])), metered.now())
    await putOnMap(metered, towns)
    await metered.tick()
    await metered.tick()
    const before = await metered.trips()
    await metered.tick()
    const { rowsRead } = await metered.trips()
    // Of which the sender reads most
    expect(rowsRead - before.rowsRead).toBeLessThan(300)
    await setGroup(metered, 'Ville 3', { website: 'https://trois.example.org' })
    await metered.db
      .prepare(
        `INSERT INTO event (happened_at, actor, action, group_id)
         SELECT '2026-12-01T09:00:00.000Z', 'system', 'update_section', id FROM local_group WHERE town = 'Ville 3'`,
      )
      .run()
    await metered.tick()
    expect(await (await fetch(metered.url + feed)).text()).toContain('https://trois.example.org')
    // What is planned is in calendars as soon, whatever the minute
    const plan = `INSERT INTO activity (uid, group_id, title, held_on) SELECT 'activity-plan', id, 'Marche', '2026-12-12' FROM local_group WHERE town = 'Ville 4'`
    await metered.db.prepare(plan).run()
    await metered.tick(new Date('2026-12-01T09:10:00Z'))
    expect(await (await fetch(`${metered.url}/feeds/activities.ics`)).text()).toContain('SUMMARY:Marche')
    // What somebody did is looked at in their own groups, and nobody else's memberships are read for it
    const acts = `
      WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 30)
      INSERT INTO event (happened_at, actor, actor_id, action)
      SELECT '2026-12-01T09:00:00.000Z', 'referent', person.id, 'set_consents' FROM number, person WHERE name = 'Ref Ville 5'`
    await metered.db.prepare(acts).run()
    const then = await metered.trips()
    await metered.tick()
    expect((await metered.trips()).rowsRead - then.rowsRead).toBeLessThan(1000)
  } finally {
    await metered.stop()
  }
})

test('what the cron cannot do is said on Today, stops no other, and is forgotten once it works', async () => {
  await makeGroups(world.db, { Rennes: ['Lou'] }, world.now())
  await putOnMap(world, ['Rennes'])
  await world.db.prepare('ALTER TABLE published_event RENAME TO away').run()
  try {
    await world.tick()
    expect((await get(feed)).status).toBe(200)
    expect(textOf(await look(world, await signIn(world), '/dashboard'))).toContain('Le calendrier : en panne depuis')
  } finally {
    await world.db.prepare('ALTER TABLE away RENAME TO published_event').run()
  }
  await world.tick()
  expect(textOf(await look(world, await signIn(world), '/dashboard'))).not.toContain('en panne depuis')
})
