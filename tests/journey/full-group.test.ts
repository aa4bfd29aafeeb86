import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordLimits } from '#shared/domain/record-limits.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { atTheLimits, beyondTheLimits, makeFullGroup } from '#tests/support/full-group.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// A group of which there is as much as there may be, and every text as long as its field takes.

const pau = groupUid('Pau')
/** In bytes: what a tram's network brings in a breath. */
const mostBytes = 100_000
let world: World
let link: string
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

/** What a page weighs and how often the database is asked for it. */
async function weigh(path: string, get: (path: string) => Promise<{ status: number; html: string }>) {
  const before = await world.trips()
  const { status, html } = await get(path)
  const after = await world.trips()
  return { path, status, bytes: Buffer.byteLength(html), trips: after.trips - before.trips, html }
}

const form = (path: string) => weigh(path, (asked) => open(link + asked))

describe.each([
  ['as there may be', atTheLimits],
  ['as there was before there were limits', beyondTheLimits],
])('of a group of which there is as much %s', (_, amounts) => {
  beforeAll(async () => {
    await world.clear()
    await makeFullGroup(world.db, 'Pau', amounts, world.now())
    link = await world.linkOf('Lou')
  }, 60_000)

  test.each(
    [
      '',
      '/history',
      '/history?before=40',
      '/history?revision=2',
      `/history?revision=2&from=${amounts.added - 10}`,
      '/part',
      '/identity',
      '/referents',
      `/referents?from=${amounts.referents - 20}`,
      '/activities',
      `/activities?from=${amounts.activities - 19}`,
      '/campaigns',
      '/trainings',
      `/trainings?from=${amounts.trainings - 19}`,
      '/lists',
      `/lists?from=${amounts.referents - 20}`,
    ].map((path) => `/${pau}${path}`),
  )('the form’s page %s is light, and one trip', async (path) => {
    const { status, bytes, trips } = await form(path)
    expect({ status, trips }).toEqual({ status: 200, trips: 1 })
    expect(bytes).toBeLessThan(mostBytes)
  })

  test.each([
    `/groups/${pau}`,
    `/groups/${pau}?from=30`,
    `/groups/${pau}/history`,
    `/groups/${pau}/history?before=40`,
    `/groups/${pau}/history?revision=2`,
    `/groups/${pau}/history?revision=2&from=${amounts.added - 10}`,
    '/changes',
    '/changes?section=activities',
    '',
    '/map',
    '/mails',
    '/groups?text=pau',
  ])('the dashboard’s page %s is light, and two trips at most', async (path) => {
    const session = await signIn(world)
    const { status, bytes, trips } = await weigh(path, (asked) => look(world, session, `/dashboard${asked}`))
    expect({ status, isQuick: trips <= 2 }).toEqual({ status: 200, isQuick: true })
    expect(bytes).toBeLessThan(mostBytes)
  })

  test('all of a write, and everybody whom to call, is a page or two from the group’s page of the dashboard', async () => {
    const session = await signIn(world)
    const [changes, people] = [new Set<string>(), new Set<string>()]
    for (let path = `/dashboard/groups/${pau}`; path !== ''; ) {
      const { html } = await look(world, session, path)
      for (const [, address = ''] of html.matchAll(/href="mailto:([^"]+)"/g)) people.add(address)
      const [, next = ''] = /href="([^"#]+from=\d+)#contacts"/.exec(html) ?? []
      path = next
    }
    expect(people.size).toBeGreaterThanOrEqual(amounts.referents)
    for (let path = `/dashboard/groups/${pau}/history?revision=2`; path !== ''; ) {
      const { html } = await look(world, session, path)
      for (const [, title = ''] of html.matchAll(/<ins>(.*?)<\/ins>/gs)) changes.add(title)
      const [, next = ''] = /href="([^"#]+revision=2&amp;from=\d+)"/.exec(html) ?? []
      path = next.replaceAll('&amp;', '&')
    }
    expect(changes.size).toBeGreaterThanOrEqual(amounts.added)
  })

  test('the feed of what changed is light, and one trip', async () => {
    const session = await signIn(world)
    const { html } = await look(world, session, '/dashboard/changes')
    const [, feed = ''] = /href="(\/dashboard\/feed\/[^"]+)"/.exec(html) ?? []
    const { status, bytes, trips } = await weigh(feed, (path) => open(world.url + path))
    expect({ status, trips }).toEqual({ status: 200, trips: 1 })
    expect(bytes).toBeLessThan(mostBytes)
  })

  test('every activity is on some page, the latest first, and each page leads to the next', async () => {
    const seen: string[] = []
    let path = `/${pau}/activities`
    for (let pages = 0; pages < 4; pages++) {
      const { html } = await form(path)
      seen.push(
        ...[...html.matchAll(/name="row" value="([^"]+)"/g)]
          .map(([, uid = '']) => uid)
          .filter((uid) => uid !== 'new-row'),
      )
      const [, next = ''] = /href="[^"]*(\/group-pau\/activities\?from=\d+)"/.exec(html) ?? []
      path = next
    }
    expect(seen).toEqual(Array.from({ length: 80 }, (_, n) => `Pau-activity-${n}`))
  })

  test('an old activity is corrected, and taken back, from its own page', async () => {
    const from = amounts.activities - 19
    const page = await open(`${link}/${pau}/activities?from=${from}`)
    const uid = `Pau-activity-${from + 3}`
    expect(page.html).toContain(`name="${uid}.title"`)
    const saved = await submit(page, { [`${uid}.title`]: 'Le premier stand' }, page.url)
    expect(saved.url).toContain('done=saved')
    expect(textOf(saved)).toContain('Le premier stand')
    const history = await open(`${link}/${pau}/history`)
    const number = String(amounts.revisions + 2)
    expect(textOf(history)).toContain('Le premier stand')
    expect((await submit(history, { revision: number })).url).toContain('undone=done')
    const title = await world.db.prepare('SELECT title FROM activity WHERE uid = ?1').bind(uid).first<string>('title')
    expect(title).not.toBe('Le premier stand')
  })

  test('two who correct one old activity at once are shown each other’s values', async () => {
    const path = `/${pau}/activities?from=${amounts.activities - 19}`
    const uid = `Pau-activity-${amounts.activities - 10}`
    const [mine, theirs] = [await open(link + path), await open((await world.linkOf('Lou')) + path)]
    const byOther = personUid('Personne 1')
    await submit(theirs, { [`${uid}.title`]: 'Leur titre' }, theirs.url)
    // Not one's own
    await world.db
      .prepare(
        'UPDATE revision SET person_id = (SELECT id FROM person WHERE uid = ?1) WHERE number = (SELECT max(number) FROM revision)',
      )
      .bind(byOther)
      .run()
    const answer = await submit(mine, { [`${uid}.title`]: 'Mon titre' }, mine.url)
    expect(answer.status).toBe(409)
    expect(answer.html).toContain('Leur titre')
    expect(answer.html).toContain('Mon titre')
  })

  test('what is refused comes back with all that was typed, and is hardly heavier', async () => {
    const page = await open(`${link}/${pau}/activities`)
    const long = 'un titre aussi long que le champ le permet '.repeat(4).slice(0, 139)
    const typed = Array.from(
      { length: recordLimits.addedInSave },
      (_, n) => [`new-activity-${n}`, `${n}${long}`.slice(0, 140)] as const,
    )
    const fields = typed.flatMap(([uid, title]): [string, string][] => [
      ['row', uid],
      [`${uid}.title`, title],
      [`${uid}.held_on`, 'un jour'],
    ])
    const refused = await submit({ ...page, fields: [...page.fields, ...fields] })
    expect(refused.status).toBe(422)
    for (const [, title] of typed) expect(refused.html).toContain(`value="${title}"`)
    expect(Buffer.byteLength(refused.html)).toBeLessThan(1.3 * mostBytes)
  })
})
