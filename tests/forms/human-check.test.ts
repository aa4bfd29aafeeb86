import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { open, type Sheet, textOf } from '#tests/support/browser.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// Browsers that do not say who pressed: the page asks.

const [pau, dax] = [groupUid('Pau'), groupUid('Dax')]
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await world.setClock('2026-12-01T10:00:00+01:00')
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Lou', 'Noa'] }, world.now())
})

const send = (to: string, fields: readonly [string, string][]) =>
  open(to, { method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])) })
const fieldOf = ({ fields }: Sheet, name: string) => fields.find(([field]) => field === name)?.[1] ?? ''
const isAsked = (page: Sheet) => page.status === 400 && textOf(page).includes('Une dernière vérification')
const written = () => world.db.prepare('SELECT count(*) AS n FROM event').first<number>('n')

/** Somebody's page of leaving or pausing, the question that a pause leads to, and what answers it. */
async function askedToPause(name = 'Lou', group = pau) {
  const link = await world.linkOf(name)
  const to = `${link}/${group}/part`
  const page = fieldOf(await open(to), 'page')
  const question = await send(to, [
    ['page', page],
    ['do', 'pause'],
  ])
  expect(isAsked(question)).toBe(true)
  return { link, to, page, question, answer: [...question.fields, ['me', 'oui']] as [string, string][] }
}

describe('the answer to "is it you?"', () => {
  test('does what was asked about', async () => {
    const { to, answer } = await askedToPause()
    const done = await send(to, answer)
    expect(done.url).toContain('done=pause')
    expect(await world.db.prepare('SELECT state FROM local_group WHERE uid = ?1').bind(pau).first('state')).toBe(
      'asleep',
    )
  })

  test('does nothing else: another button, group, page or link asks anew', async () => {
    const { link, to, page, question } = await askedToPause()
    const seen = fieldOf(question, 'seen')
    const sam = await askedToPause('Sam')
    const word = fieldOf(await open(`${link}/word`), 'page')
    const me = fieldOf(await open(`${link}/me`), 'page')
    const daxPage = fieldOf(await open(`${link}/${dax}/part`), 'page')
    const identity = await open(`${link}/${pau}/identity`)
    const form = (values: Record<string, string>) => Object.entries(values)
    const tries: [to: string, fields: [string, string][]][] = [
      [to, form({ page, do: 'wake' })],
      [`${link}/${pau}`, form({ page })],
      [
        `${link}/${pau}/identity`,
        identity.fields.map(([name, value]) => [name, name.endsWith('.active_members') ? '9' : value]),
      ],
      [`${link}/${dax}/part`, form({ page: daxPage, do: 'pause' })],
      [`${link}/word`, form({ page: word, group: pau, body: 'Bonjour' })],
      [`${link}/me`, form({ page: me })],
      [sam.to, form({ page: sam.page, do: 'pause' })],
    ]
    for (const [where, fields] of tries)
      expect([where, isAsked(await send(where, [...fields, ['seen', seen], ['me', 'oui']]))]).toEqual([where, true])
    expect(await written()).toBe(0)
  })

  test('is of what was shown: other words under the same answer are asked about anew', async () => {
    const link = await world.linkOf('Lou')
    const page = fieldOf(await open(`${link}/word`), 'page')
    const note = (body: string): [string, string][] => [
      ['page', page],
      ['group', pau],
      ['body', body],
    ]
    const question = await send(`${link}/word`, note('Bonjour,\r\nà « demain » & après\\r'))
    const seen: [string, string][] = [
      ['seen', fieldOf(question, 'seen')],
      ['me', 'oui'],
    ]
    expect(isAsked(await send(`${link}/word`, [...note('Supprimez tout'), ...seen]))).toBe(true)
    expect(await written()).toBe(0)
    // Browsers write the line breaks of a page in ways of their own
    expect((await send(`${link}/word`, [...note('Bonjour,\nà « demain » & après\\r'), ...seen])).url).toContain(
      'done=word',
    )
  })

  test('is taken for ten minutes, and asked for again after that, with nothing lost', async () => {
    const { to, answer } = await askedToPause()
    await world.setClock('2026-12-01T10:10:00+01:00')
    const late = await send(to, answer)
    expect(isAsked(late)).toBe(true)
    expect(await written()).toBe(0)
    const again = await send(to, [...late.fields, ['me', 'oui']])
    expect(again.url).toContain('done=pause')
  })
})
