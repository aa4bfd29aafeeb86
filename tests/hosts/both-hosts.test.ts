import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { byHand, open, readSheet, type Sheet, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act } from '#tests/support/desk.ts'
import { putOnMap } from '#tests/support/feeds.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { readOutbox } from '#tests/support/outbox.ts'
import { startWorld, startWorldInWorkerd, type World } from '#tests/support/world.ts'

// What people do, from one end to the other, on one machine and in Cloudflare's runtime. What both keep is compared at the end.

type AnyWorld = Omit<World, 'trips'>
const noon = '2026-12-01T12:00:00+01:00'
const options = { clock: noon, sends: true }
const hosts: Readonly<Record<string, () => Promise<AnyWorld>>> = {
  'on one machine': () => startWorld({ ...options, secondThread: true }),
  'on Cloudflare': () => startWorldInWorkerd(options),
}
const kept: Record<string, unknown[]> = {}

describe.each(Object.entries(hosts))('%s', (host, start) => {
  let world: World
  let session: string
  beforeAll(async () => {
    world = (await start()) as World
    await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Metz: ['Noa'] }, world.now())
    session = await signIn(world)
  })
  afterAll(() => world.stop())

  /** Ticks as long as that makes a mail leave. */
  const tick = async (at: string) => {
    for (let before = ''; ; ) {
      await world.tick(new Date(at))
      const after = JSON.stringify(await readOutbox(world.db))
      if (after === before) return
      before = after
    }
  }
  const linkTo = async (address: string) => {
    const [message] = await world.mailbox.messages.list(address)
    return new RegExp(`${world.url}/u/[\\w-]+`).exec(message?.text ?? '')?.[0] ?? ''
  }
  const members = `${groupUid('Pau')}.active_members`

  test('a round opens, its mails leave once, and their links show the record', async () => {
    // The sender is there before the first Tuesday of December: it opens the round by itself
    await world.tick(new Date('2026-11-30T12:00:00+01:00'))
    await tick(noon)
    expect(world.mailbox.messages.deliveries).toEqual(
      new Map(['lou', 'sam', 'noa'].map((name) => [`${name}@example.org`, 1])),
    )
    expect(textOf(await open(await linkTo('lou@example.org')))).toContain('Archipel Pau')
    expect((await open(`${world.url}/u/${'x'.repeat(43)}`)).status).toBe(404)
  })

  test('a wrong value comes back, two people both win, and one value of two is chosen', async () => {
    const sections = await Promise.all(
      ['lou', 'sam'].map(async (name) => open(`${await linkTo(`${name}@example.org`)}/${groupUid('Pau')}/identity`)),
    )
    const [lou, sam] = sections as [Sheet, Sheet]
    const wrong = await submit(lou, { [members]: 'beaucoup' })
    expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('value="beaucoup"')])
    expect(textOf(await submit(lou, { [members]: '21' }))).toContain('C’est enregistré')
    expect((await submit(sam, { [members]: '22' })).status).toBe(409)
    expect(textOf(await submit(sam, { [`${groupUid('Pau')}.postcode`]: '64000' }))).toContain('C’est enregistré')
    const trainings = await Promise.all(
      Array.from({ length: 12 }, async (_, index) =>
        open(`${await linkTo(`${['lou', 'sam'][index % 2]}@example.org`)}/${groupUid('Pau')}/trainings`),
      ),
    )
    const saved = await Promise.all(
      trainings.map((form, index) => {
        const row = form.fields.find(([name]) => name === 'row')?.[1]
        return submit(form, { [`${row}.theme`]: `Atelier ${index}`, [`${row}.held_on`]: '3 mai 2026' })
      }),
    )
    expect(saved.map(({ status }) => status)).toEqual(trainings.map(() => 200))
  })

  test('whose group has answered gets no reminder, the others do', async () => {
    await tick('2026-12-08T12:00:00+01:00')
    expect(await world.mailbox.messages.list('noa@example.org')).toHaveLength(2)
    const later = (await readOutbox(world.db)).filter(({ round, kind }) => round !== null && kind !== 'invitation')
    expect(later.map(({ to, state }) => `${to} ${state}`)).toEqual(['Noa sent'])
  })

  test('coordinators see who answered, take the list along, and write nothing by looking', async () => {
    expect(textOf(await look(world, session, '/dashboard'))).toContain('1 groupe sur 2 a répondu')
    const list = await fetch(`${world.url}/dashboard/groups.csv`, { headers: { cookie: session } })
    expect([list.status, await list.text()]).toEqual([200, expect.stringMatching(/Archipel Pau.*21/)])
    expect((await fetch(`${world.url}/dashboard`, { redirect: 'manual' })).status).toBe(401)
    const posted = await fetch(`${world.url}/dashboard`, { method: 'POST', headers: { cookie: session, ...byHand } })
    expect(posted.status).toBe(405)
  })

  test('a sheet is looked at, brought in, and brings nothing the second time', async () => {
    const rows = [
      'Nom du groupe;Ville;Personnes actives;Mail réf 1;Nom réf 1',
      'Archipel Metz;Metz;40;noa@example.org;Noa',
      'Archipel Lille;Lille;12;ada@example.org;Ada',
      'Archipel Dax;Dax;beaucoup;;',
    ]
    const preview = await upload(rows.join('\n'))
    expect(textOf(preview)).toMatch(/Archipel Metz.*12 → 40/)
    const hidden = [...preview.html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    const applied = new URLSearchParams([...hidden.map(([, name = '', value = '']) => [name, value]), ['do', 'apply']])
    expect(textOf(await post(applied))).toContain('2 groupes créés, 1 groupe modifié.')
    expect(textOf(await upload(rows.join('\n')))).toContain('rien à appliquer')
  })

  test('the team pauses mails, corrects a record, and both are told in the log', async () => {
    expect((await act(world, session, '/mails', { do: 'pause' })).status).toBe(303)
    const corrected = await act(world, session, `/groups/${groupUid('Metz')}/identity`, {
      [`${groupUid('Metz')}.active_members`]: '41',
    })
    expect(corrected.status).toBe(303)
    expect(textOf(await look(world, session, '/desk/log'))).toMatch(/Archipel Metz/)
  })

  test('the map is published by the cron, and is the same until it changes', async () => {
    await putOnMap(world, ['Pau', 'Metz'])
    await world.tick(new Date('2026-12-08T12:05:00+01:00'))
    const map = await fetch(`${world.url}/feeds/groups.geojson`)
    const { features } = (await map.json()) as { features: { properties: { name: string } }[] }
    expect(features.map(({ properties }) => properties.name).sort()).toEqual(['Archipel Metz', 'Archipel Pau'])
    const again = { headers: { 'if-none-match': map.headers.get('etag') ?? '' } }
    expect((await fetch(`${world.url}/feeds/groups.geojson`, again)).status).toBe(304)
    const calendar = await fetch(`${world.url}/feeds/activities.ics`)
    expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
  })

  test('what is kept after all of it is the same on both', async () => {
    const read = await world.db.batch(whatIsKept.map((sql) => world.db.prepare(sql)))
    kept[host] = read.map(({ results }) => results)
    for (const rows of kept[host]) expect(rows).not.toEqual([])
    expect(Object.values(kept)[0]).toEqual(kept[host])
  })

  async function upload(text: string): Promise<Sheet> {
    const page = await look(world, session, '/desk/sheets')
    const body = new FormData()
    body.append('page', page.fields.find(([name]) => name === 'page')?.[1] ?? '')
    body.append('sheet', new File([text], 'groupes.csv'))
    body.append('do', 'look')
    return post(body)
  }
  async function post(body: BodyInit): Promise<Sheet> {
    const headers = { cookie: session, origin: world.url, ...byHand }
    return readSheet(await fetch(`${world.url}/desk/sheets`, { method: 'POST', body, headers }))
  }
})

/** Who and what there is, who was told what, and what was done; without what is drawn by chance. */
const whatIsKept = [
  'SELECT name, town, postcode, active_members, state FROM local_group ORDER BY name',
  'SELECT name, email, language FROM person ORDER BY email',
  'SELECT theme, held_on FROM training ORDER BY theme',
  'SELECT g.name, number, author, made_at FROM revision JOIN local_group g ON g.id = group_id ORDER BY g.name, number',
  'SELECT kind, round_key, stream, state, attempts, p.email FROM mail LEFT JOIN person p ON p.id = person_id ORDER BY kind, round_key, p.email, address',
  'SELECT round_key, g.name, kind FROM answer JOIN local_group g ON g.id = group_id ORDER BY round_key, g.name',
  'SELECT action, actor, count(*) FROM event GROUP BY action, actor ORDER BY action, actor',
]
