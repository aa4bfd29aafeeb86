import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { erasePerson } from '#shared/actions/erase-person.ts'
import { ask } from '#shared/db/ask.ts'
import { listGroups } from '#shared/db/group-list.ts'
import { insertNewLink } from '#shared/db/outbox.ts'
import { termSizes } from '#shared/db/terms.ts'
import { everything as everyGroup } from '#shared/domain/group-filter.ts'
import { searchTerms } from '#shared/domain/search.ts'
import { textOf } from '#tests/support/browser.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { importTexts } from '#tests/support/importing.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { readStates, suppress } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'

const start = new Date('2026-12-03T09:00:00Z')
const [lou, old] = [personUid('Lou'), personUid('Lou Roy')]
const merge = `/desk/people/${lou}/merge/${old}`

let db: D1Database
let close: () => Promise<void>
let pages: DeskPages
let session: string
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Lou Roy'], Bayonne: ['Lou', 'Lou Roy'] }, start)
  await db.prepare(`UPDATE person SET phone = '+33612345678' WHERE name LIKE 'Lou%'`).run()
  pages = new DeskPages(db, start)
  session = await pages.signIn()
})

async function rows(sql: string): Promise<string[]> {
  const { results } = await db.prepare(sql).all<Record<string, unknown>>()
  return results.map((row) => Object.values(row).join(' '))
}
const memberships = () =>
  rows(`SELECT g.town, person.email FROM referent JOIN person ON person.id = person_id JOIN local_group g ON g.id = group_id
        WHERE until_at IS NULL ORDER BY 1, 2`)
const agree = (person: string, field: string) =>
  db
    .prepare(
      `INSERT INTO consent (person_id, field, wording, agreed_at) SELECT id, ?2, 'Oui', '2026-01-01' FROM person WHERE uid = ?1`,
    )
    .bind(person, field)

async function everything(): Promise<Record<string, string[]>> {
  const tables = [
    'person',
    'referent',
    'consent',
    'subscription',
    'list_departure',
    'answer',
    'note',
    'suppression',
    'group_summary',
    'referent_rollup',
  ]
  const all = tables.map(async (table) => [table, (await rows(`SELECT * FROM ${table}`)).sort()])
  const mails = await rows('SELECT id, person_id, is_double FROM mail')
  return { ...(Object.fromEntries(await Promise.all(all)) as Record<string, string[]>), mails }
}

describe('the other one is looked for', () => {
  const named = async (text: string) => {
    const { page } = await pages.look(`/desk/people/${lou}/merge?${new URLSearchParams({ text })}`, session)
    const found = page.html.slice(page.html.indexOf('id="search"'))
    return [...found.matchAll(/\/merge\/([\w-]+)"/g)].map(([, uid]) => uid)
  }

  test.each([
    ['each word of a name', 'roy lou', ['Lou Roy']],
    ['a name and a group', 'lou dax', ['Lou Roy']],
    ['a number as people write it', '06 12 34 56 78', ['Lou Roy']],
    ['an address', addressOf('Sam'), ['Sam']],
    ['a name that nobody has beside a word', 'roy sam', []],
  ])('by %s', async (_, text, people) => {
    expect(await named(text)).toEqual(people.map(personUid))
  })

  test('each with their groups, and both numbers as people write them', async () => {
    const { page } = await pages.look(`/desk/people/${lou}/merge?text=roy`, session)
    expect(textOf(page)).toMatch(/Lou Roy\s+\S* ?Bayonne, \S* ?Dax/)
    await db.prepare(`UPDATE person SET phone = '+33712345678' WHERE uid = ?1`).bind(old).run()
    const chosen = textOf((await pages.look(merge, session)).page)
    expect(chosen).toMatch(/06\s12\s34\s56\s78/)
    expect(chosen).not.toContain('+33')
  })
})

describe('two people who are one', () => {
  test('are offered on their pages, and nothing changes by looking', async () => {
    const before = await everything()
    const page = await pages.look(`/desk/people/${lou}`, session)
    expect(page.page.html).toContain(`href="${merge}"`)
    expect(textOf(page.page)).toContain('même numéro')
    expect(textOf((await pages.look(merge, session)).page)).toContain('proposé, le plus complet')
    expect(await everything()).toEqual(before)
  })

  test('become one: a referent of both’s groups, once each, called as chosen and written to at one address', async () => {
    expect((await pages.act(merge, {}, session)).to).toBe(`/desk/people/${lou}?done=people_merged`)
    expect(await memberships()).toEqual([
      `Bayonne ${addressOf('Lou')}`,
      `Dax ${addressOf('Lou')}`,
      `Pau ${addressOf('Lou')}`,
      `Pau ${addressOf('Sam')}`,
    ])
    expect(await rows(`SELECT name FROM person WHERE uid = '${lou}'`)).toEqual(['Lou Roy'])
    expect(await rows('SELECT people FROM referent_rollup')).toEqual(['2'])
    expect(textOf((await pages.look(`/desk/groups/${groupUid('Dax')}`, session)).page)).toContain(
      'une même personne, inscrite deux fois',
    )
    expect((await pages.look(`/desk/people/${old}`, session)).to).toBe(`/desk/people/${lou}`)
  })

  test('are public only as far as both agreed', async () => {
    await db.batch([agree(lou, 'name'), agree(lou, 'phone'), agree(old, 'name'), agree(old, 'email')])
    await pages.act(merge, {}, session)
    expect(
      await rows(`SELECT uid, field FROM consent JOIN person ON person.id = person_id WHERE withdrawn_at IS NULL`),
    ).toEqual([`${lou} name`])
  })

  test.each(['unsubscribed', 'complaint', 'hard_bounce'])(
    'have no address opened by it (%s), and the other is proposed',
    async (reason) => {
      await suppress(db, addressOf('Lou'), reason, start)
      const { page } = await pages.look(merge, session)
      expect(textOf(page)).toContain('proposé, nos mails y parviennent')
      await pages.send(page, merge, { 'take.email': 'first' }, session)
      expect(await rows('SELECT address, reason FROM suppression')).toEqual([`${addressOf('Lou')} ${reason}`])
      expect(await rows(`SELECT count(*) FROM person WHERE merged_into_id IS NOT NULL AND uid = '${old}'`)).toEqual([
        '1',
      ])
    },
  )

  test('are on no mailing list that one of them left', async () => {
    const on = (person: string, list: string) =>
      db.prepare(`INSERT INTO subscription SELECT id, ?2, '2026-01-01' FROM person WHERE uid = ?1`).bind(person, list)
    await db.batch([
      on(lou, 'news'),
      on(lou, 'press'),
      on(old, 'other'),
      db.prepare(
        `INSERT INTO list_departure SELECT id, 'press', 'unsubscribed', '2026-02-01' FROM person WHERE uid = '${old}'`,
      ),
    ])
    await pages.act(merge, {}, session)
    expect(
      await rows(`SELECT list FROM subscription JOIN person ON person.id = person_id WHERE uid = '${lou}' ORDER BY 1`),
    ).toEqual(['news', 'other'])
  })

  test('come in by every link that either has, and are written to once in a round', async () => {
    const links = [await pages.linkOf('Lou'), await pages.linkOf('Lou Roy')]
    await makeStep(db, '2026-12', 'invitation', start)
    await pages.act(merge, {}, session)
    for (const link of links)
      for (const town of ['Pau', 'Dax', 'Bayonne'])
        expect([town, (await pages.look(`${link}/${groupUid(town)}`)).status]).toEqual([town, 200])
    const pending = (await readStates(db)).filter((state) => state.includes('invitation'))
    expect(pending).toEqual([
      'Lou Roy: invitation cancelled (overtaken)',
      'Lou Roy: invitation pending',
      'Sam: invitation pending',
    ])
    await insertNewLink(db, { address: addressOf('Lou Roy') }, start).run()
    expect(
      await rows(
        `SELECT person.uid FROM mail JOIN person ON person.id = person_id WHERE kind = 'new_link' AND state = 'pending'`,
      ),
    ).toEqual([lou])
  })

  test('are two again as they were, as long as nobody has written in their groups', async () => {
    await db.batch([
      agree(lou, 'name'),
      agree(old, 'email'),
      db.prepare(
        `INSERT INTO note (person_id, body, written_at) SELECT id, 'Oui', '2026' FROM person WHERE uid = '${old}'`,
      ),
    ])
    await pages.linkOf('Lou Roy')
    const before = await everything()
    await pages.act(merge, {}, session)
    const { page } = await pages.look(`/desk/people/${lou}`, session)
    const undone = await pages.send(page, `/desk/people/${lou}`, { do: 'part' }, session)
    expect(undone.to).toBe(`/desk/people/${lou}?done=people_parted`)
    expect(await everything()).toEqual(before)
  })

  test('stay one once somebody has written in one of their groups', async () => {
    await pages.act(merge, {}, session)
    const { page } = await pages.look(`/desk/people/${lou}`, session)
    await db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, changes) SELECT id, 3, '2026-12-03', 'import', '[]' FROM local_group WHERE town = 'Dax'`,
      )
      .run()
    const late = await pages.send(page, `/desk/people/${lou}`, { do: 'part' }, session)
    expect([late.status, textOf(late.page)]).toEqual([409, expect.stringContaining('ne s’annule plus')])
    expect((await memberships()).length).toBe(4)
  })

  test('of whom somebody corrected one meanwhile are shown again', async () => {
    const { page } = await pages.look(merge, session)
    await db.prepare(`UPDATE person SET name = 'Loup' WHERE uid = '${old}'`).run()
    const again = await pages.send(page, merge, {}, session)
    expect([again.status, textOf(again.page)]).toEqual([409, expect.stringContaining('Loup')])
    expect((await memberships()).length).toBe(5)
  })
})

test('what is kept about them names both addresses, on their page and in their file', async () => {
  await db.batch([agree(old, 'email')])
  await pages.act(merge, {}, session)
  const link = await pages.linkOf('Lou')
  expect(textOf((await pages.look(`${link}/me`)).page)).toContain(addressOf('Lou Roy'))
  const files = [await pages.look(`${link}/me/download`), await pages.look(`/desk/people/${lou}/download`, session)]
  for (const { page } of files) expect(JSON.parse(page.html)).toMatchObject({ other_addresses: [addressOf('Lou Roy')] })
  expect(JSON.parse(files[0]?.page.html ?? '').consents).toHaveLength(1)
})

test('erasing somebody who is two forgets both', async () => {
  await pages.act(merge, {}, session)
  const acting = { db, movement, actor: { kind: 'system' as const }, now: start }
  await erasePerson(acting, lou)
  const { results } = await db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all<{ name: string }>()
  for (const { name } of results)
    expect([name, (await rows(`SELECT * FROM ${name}`)).filter((row) => /Lou|lou\./.test(row))]).toEqual([name, []])
})

test('a look is one trip, an act two, undoing it two; whoever looks after some regions does not do it', async () => {
  const { page } = await pages.look(merge, session)
  const trips: number[] = []
  const counted = async (act: () => Promise<unknown>) => {
    pages.trips = 0
    await act()
    trips.push(pages.trips)
  }
  await counted(() => pages.look(merge, session))
  await counted(() => pages.send(page, merge, {}, session))
  const person = await pages.look(`/desk/people/${lou}`, session)
  await counted(() => pages.send(person.page, `/desk/people/${lou}`, { do: 'part' }, session))
  expect(trips).toEqual([1, 2, 2])
})

test('an old sheet that knows them by the other address is about who they are now, and puts nobody in twice', async () => {
  await pages.act(merge, {}, session)
  const before = await everything()
  const sheet = `Groupe;Référent·e 1;Mail réf 1\nArchipel Dax;Lou Roy;${addressOf('Lou Roy')}\nArchipel Pau;Lou Roy;${addressOf('Lou Roy')}`
  const imported = await importTexts(db, [sheet])
  expect(imported.counts).toEqual({ new: 0, changed: 0, unchanged: 2 })
  expect(await everything()).toEqual(before)
})

test('the address and the number that they were written to at, and called at, before still find their groups', async () => {
  await db.prepare(`UPDATE person SET phone = '+33698765432' WHERE uid = ?1`).bind(old).run()
  await pages.act(merge, {}, session)
  const foundBy = async (text: string, rare: number | null) => {
    const filter = { ...everyGroup, text }
    const judgement = { writesTo: movement.writesTo, calendar: movement.calendar, now: start, rarest: rare }
    const window = { offset: 0, limit: 10 }
    const order = { sort: 'name', isDescending: false } as const
    const found = await ask(db, {
      groups: listGroups(db, filter, order, window, judgement),
      sizes: termSizes(db, searchTerms(text)),
    })
    return [found.sizes, found.groups.map(({ town }) => town)]
  }
  for (const text of [addressOf('Lou Roy'), '06 98 76 54 32'])
    for (const rare of [0, null]) expect(await foundBy(text, rare), text).toEqual([[1], ['Bayonne', 'Dax', 'Pau']])
  await db.prepare(`UPDATE person SET name = 'Lou Martin', name_key = 'lou martin' WHERE uid = ?1`).bind(lou).run()
  for (const rare of [0, null])
    expect((await foundBy('Roy', rare))[1], 'their old name').toEqual(['Bayonne', 'Dax', 'Pau'])
})
