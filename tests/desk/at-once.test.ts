import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { textOf } from '#tests/support/browser.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'

const now = new Date('2026-12-03T09:00:00Z')
const coordinators = [
  { name: 'Camille', email: 'camille@archipel.example.org' },
  { name: 'Noé', email: 'noe@archipel.example.org' },
]
const [pau, dax] = [groupUid('Pau'), groupUid('Dax')]

let db: D1Database
let close: () => Promise<void>
let pages: DeskPages
let camille: string
let noe: string
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou'], Dax: ['Noa'] }, now)
  await db
    .prepare(
      `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-one', 'Une', 'une', '2026-12-01', '2026-12-01')`,
    )
    .run()
  pages = new DeskPages(db, now, { ...sample, coordinators })
  camille = await pages.signIn()
  noe = await pages.signIn('noe@archipel.example.org')
})

async function rows(sql: string): Promise<string[]> {
  const { results } = await db.prepare(sql).all<Record<string, unknown>>()
  return results.map((row) => Object.values(row).join(' '))
}

/** Noé opens a page; Camille acts; Noé sends what they have before them. */
async function late(
  opened: string,
  meanwhile: () => Promise<{ status: number; to: string | null }>,
  changes: Record<string, string | null>,
  to = opened,
) {
  const { page } = await pages.look(opened, noe)
  expect((await meanwhile()).status).toBe(303)
  return pages.send(page, to, changes, noe)
}
const byCamille = (path: string, changes: Record<string, string | null>) => () => pages.act(path, changes, camille)

describe('two coordinators who write in one place: the second sees what the first wrote, and neither is lost', () => {
  const question = '/desk/month/question/2027-01'
  test.each([
    [
      'a campaign',
      '/desk/campaigns/campaign-one',
      { name: 'Deux' },
      { name: 'Trois' },
      'SELECT name FROM campaign',
      'Deux',
      'Trois',
    ],
    [
      'the word of the month',
      '/desk/month/word',
      { body_fr: 'Bonjour', do: 'save' },
      { body_fr: 'Bonsoir', do: 'save' },
      `SELECT words ->> '$.fr.body' FROM announcement`,
      'Bonjour',
      'Bonsoir',
    ],
    [
      'the question of the month',
      question,
      { label_fr: 'Un local ?', do: 'save' },
      { label_fr: 'Un jardin ?', do: 'save' },
      `SELECT words ->> '$.fr.label' FROM poll`,
      'Un local\u00a0?',
      'Un jardin\u00a0?',
    ],
  ])('%s', async (_, path, first, second, sql, stands, mine) => {
    const answer = await late(path, byCamille(path, first), second)
    expect([answer.status, textOf(answer.page)]).toEqual([409, expect.stringContaining(stands.replace('\u00a0', ' '))])
    expect(answer.page.html.replaceAll('\u00a0', ' ')).toContain(mine.replace('\u00a0', ' '))
    expect(await rows(sql)).toEqual([stands])
    const again = await pages.send(answer.page, path, second, noe)
    expect([again.status, await rows(sql)]).toEqual([303, [mine]])
  })

  test.each([
    [
      'the word of the month',
      '/desk/month/word',
      { body_fr: 'Bonjour', do: 'save' },
      { body_fr: 'Bonsoir', do: 'save' },
      'announcement',
    ],
    [
      'the question of the month',
      question,
      { label_fr: 'Un local ?', do: 'save' },
      { label_fr: 'Un jardin ?', do: 'save' },
      'poll',
    ],
  ])('%s is not taken away by whoever has not seen what it says', async (_, path, first, second, table) => {
    await pages.act(path, first, camille)
    const answer = await late(path, byCamille(path, second), { do: 'end' })
    expect([answer.status, await rows(`SELECT count(*) FROM ${table}`)]).toEqual([409, ['1']])
  })
})

describe('two coordinators who act on one group', () => {
  test('a group that one closes and the other renames is closed, under its new name', async () => {
    const group = `/desk/groups/${pau}`
    const answer = await late(`${group}/identity`, byCamille(group, { do: 'close' }), {
      [`${pau}.name`]: 'Archipel Béarn',
    })
    expect(answer.to).toBe(`${group}?done=saved`)
    expect(await rows(`SELECT name, state FROM local_group WHERE uid = '${pau}'`)).toEqual(['Archipel Béarn closed'])
  })

  test('one that both merge is merged once, the second is told', async () => {
    const merge = `/desk/groups/${pau}/merge/${dax}`
    const answer = await late(merge, byCamille(merge, {}), {})
    expect([303, 409]).toContain(answer.status)
    expect(await rows('SELECT count(*) FROM group_merge')).toEqual(['1'])
    const other = await pages.look(`/desk/groups/${dax}`, noe)
    expect(other.to).toBe(`/desk/groups/${pau}`)
  })

  test('a call that one has taken stays theirs, whatever an old page of the other says', async () => {
    await db.prepare("UPDATE referent SET until_at = '2026-01-01'").run()
    const take = { group: pau, do: 'take' }
    const { page } = await pages.look('/desk/calls', noe)
    await pages.send(page, '/desk/calls', take, noe)
    const mine = await pages.look('/desk/calls', noe)
    await pages.send(mine.page, '/desk/calls', { group: pau, do: 'leave' }, noe)
    await pages.act('/desk/calls', take, camille)
    const second = await pages.send(page, '/desk/calls', take, noe)
    expect([second.status, textOf(second.page)]).toEqual([409, expect.stringContaining('Camille')])
    await pages.send(mine.page, '/desk/calls', { group: pau, do: 'leave' }, noe)
    expect(await rows('SELECT taken_by FROM group_call')).toEqual(['camille@archipel.example.org'])
  })
})
