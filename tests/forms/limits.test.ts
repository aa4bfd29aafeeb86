import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { recordLimits } from '#shared/domain/record-limits.ts'
import { open, type Sheet, submit, textOf } from '#tests/support/browser.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// How much one link may make.

const pau = groupUid('Pau')
const { addedInSave, addedInDay, charactersInDay } = recordLimits
const { ours } = movement.sections
const full = {
  referents: ours.referents.mostRows,
  activities: ours.activities.mostRows,
  trainings: ours.trainings.mostRows,
}
let world: World
beforeAll(async () => {
  world = await startWorld({ vars: { SUBMISSIONS_PER_HOUR: '10000' } })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Lou'] }, world.now())
})

const count = (table: string, where = 'true') =>
  world.db.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`).first<number>('n')

let last = 0
/** So many new rows of the list of activities, as the form sends them. */
function newActivities(howMany: number, title = (n: number) => `Stand ${n}`): [string, string][] {
  return Array.from({ length: howMany }, (): [string, string][] => {
    const uid = `new-activity-${++last}`
    return [
      ['row', uid],
      [`${uid}.title`, title(last)],
      [`${uid}.held_on`, '12/11/2026'],
    ]
  }).flat()
}

/** The form of a section, with these fields and nothing else of its rows. */
async function pageOf(section: string, group = pau, name = 'Lou'): Promise<Sheet> {
  const page = await open(`${await world.linkOf(name)}/${group}/${section}`)
  return { ...page, fields: page.fields.filter(([field]) => ['page', 'since'].includes(field)) }
}

const send = (page: Sheet, fields: readonly [string, string][]) =>
  submit({ ...page, fields: [...page.fields, ...fields] })

/** Puts so many activities there, as years of them would be. */
async function fill(howMany: number): Promise<void> {
  const rows = Array.from({ length: howMany }, (_, n) => ({
    uid: `old-activity-${n}`,
    held_on: `20${10 + (n % 16)}-03-12`,
  }))
  await world.db
    .prepare(
      `INSERT INTO activity (uid, group_id, title, held_on)
       SELECT value ->> 'uid', (SELECT id FROM local_group WHERE uid = ?2), 'Une réunion d’avant', value ->> 'held_on'
       FROM json_each(?1)`,
    )
    .bind(JSON.stringify(rows), pau)
    .run()
}

describe('new rows', () => {
  test('of one save are as many as a long evening gives, and one more is asked to wait with all that was typed', async () => {
    const page = await pageOf('activities')
    const typed = newActivities(addedInSave + 1)
    const refused = await send(page, typed)
    expect(refused.status).toBe(422)
    expect(textOf(refused)).toContain(`plus de ${addedInSave} nouvelles lignes en une fois`)
    for (const [name, value] of typed) if (name !== 'row') expect(refused.html).toContain(`value="${value}"`)
    expect(await count('activity')).toBe(0)
    // The error leads to the first row that is too many
    expect(refused.html).toContain(`href="#${typed[3 * addedInSave]?.[1]}.held_on"`)
    const saved = await send(refused, [])
    expect(saved.status).toBe(422)
    expect((await send(page, typed.slice(0, 3 * addedInSave))).url).toContain('done=saved')
    expect(await count('activity')).toBe(addedInSave)
  })

  test('of a day are as many as years typed from a notebook, in all of one’s groups together, and count anew the next day', async () => {
    for (let saves = 0; saves < Math.floor(addedInDay / addedInSave); saves++)
      expect((await send(await pageOf('activities'), newActivities(addedInSave))).url).toContain('done=saved')
    const rest = addedInDay % addedInSave
    const refused = await send(await pageOf('trainings', groupUid('Dax')), trainings(rest + 1))
    expect(refused.status).toBe(422)
    expect(textOf(refused)).toMatch(/plus de 300 nouvelles lignes de votre part en un jour/)
    expect((await send(await pageOf('trainings', groupUid('Dax')), trainings(rest))).url).toContain('done=saved')
    // Others of the group are not kept from writing by what one of them wrote
    expect((await send(await pageOf('activities', pau, 'Sam'), newActivities(1))).url).toContain('done=saved')
    await world.db.prepare(`UPDATE write_count SET day = '2026-11-30'`).run()
    expect((await send(await pageOf('activities'), newActivities(1))).url).toContain('done=saved')
    expect(await count('write_count', `day < '2026-12-01'`)).toBe(0)
  })

  test('that two saves at once would bring over a day’s limit are not both written', async () => {
    await send(await pageOf('activities'), newActivities(1))
    await world.db
      .prepare('UPDATE write_count SET added = ?1')
      .bind(addedInDay - 1)
      .run()
    const pages = await Promise.all([pageOf('activities'), pageOf('trainings', groupUid('Dax')), pageOf('activities')])
    const answers = await Promise.all(
      pages.map((page, index) => send(page, index === 1 ? trainings(1) : newActivities(1))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
    expect(await world.db.prepare('SELECT max(added) AS added FROM write_count').first('added')).toBe(addedInDay)
  })

  test('find no place in a list that is full, until something is taken off', async () => {
    const most = full.activities ?? 0
    await fill(most - 1)
    expect((await send(await pageOf('activities'), newActivities(1))).url).toContain('done=saved')
    const refused = await send(await pageOf('activities'), newActivities(1))
    expect(refused.status).toBe(422)
    expect(textOf(refused)).toMatch(/cette liste contient 3 ?000 lignes au plus/)
    const exchanged = await send(await pageOf('activities'), [
      ...newActivities(1),
      ['row', 'old-activity-15'],
      ['old-activity-15.remove', 'oui'],
    ])
    expect(exchanged.url).toContain('done=saved')
    expect(await count('activity')).toBe(most)
  })

  test('of people find no place beyond a hundred referents', async () => {
    const names = Array.from({ length: (full.referents ?? 0) - 2 }, (_, n) => `Person ${n}`)
    await makeGroups(world.db, { Tarbes: ['Lou', 'Sam', ...names] }, world.now())
    const one = `${'new-person-0001'}`
    const refused = await send(await pageOf('referents', groupUid('Tarbes')), [
      ['row', one],
      [`${one}.name`, 'Une de plus'],
      [`${one}.email`, 'plus@example.org'],
    ])
    expect(refused.status).toBe(422)
    expect(textOf(refused)).toContain('cette liste contient 100 lignes au plus')
    expect(refused.html).toContain('value="plus@example.org"')
  })
})

const trainings = (howMany: number): [string, string][] =>
  Array.from({ length: howMany }, (): [string, string][] => {
    const uid = `new-training-${++last}`
    return [
      ['row', uid],
      [`${uid}.theme`, 'Prise de parole'],
      [`${uid}.held_on`, '12/11/2026'],
    ]
  }).flat()

test('the attack that was: 770 activities in one save are not written, and what was typed is on the page, as far as a form of ours goes', async () => {
  const typed = newActivities(770, (n) => `Une activité inventée numéro ${n}`)
  const refused = await send(await pageOf('activities'), typed)
  expect(refused.status).toBe(413)
  expect(textOf(refused)).toContain(`Une activité inventée numéro ${last - 770 + 450}`)
  expect(await count('activity')).toBe(0)
  expect(await count('revision', `author = 'referent'`)).toBe(0)
})

test('what is written over and over in a day comes to an end, and can still be left', async () => {
  const identity = async (networks: string) =>
    submit(await open(`${await world.linkOf('Lou')}/${pau}/identity`), { [`${pau}.networks`]: networks })
  expect((await identity('a'.repeat(600))).url).toContain('done=saved')
  await world.db
    .prepare('UPDATE write_count SET characters = ?1')
    .bind(charactersInDay - 100)
    .run()
  const refused = await identity('b'.repeat(600))
  expect(refused.status).toBe(422)
  expect(textOf(refused)).toContain('c’est beaucoup de texte pour un seul jour')
  expect(refused.html).toContain('b'.repeat(600))
  const history = await open(`${await world.linkOf('Lou')}/${pau}/history`)
  const undone = await submit(history, { revision: '2' })
  expect(undone.status).toBe(409)
  expect(textOf(undone)).toContain('Revenez en arrière demain')
  // Somebody else takes it back at once
  const byOther = await submit(await open(`${await world.linkOf('Sam')}/${pau}/history`), { revision: '2' })
  expect(byOther.url).toContain('undone=done')
})

test('notes to the team are a few a day; one more stays on the page', async () => {
  const note = async (body: string) => submit(await open(`${await world.linkOf('Lou')}/word`), { body })
  for (let n = 0; n < 10; n++) expect((await note(`Bonjour ${n}`)).url).toContain('done=word')
  const refused = await note('Encore un mot')
  expect(refused.status).toBe(422)
  expect(textOf(refused)).toContain('vous nous avez écrit 10 fois aujourd’hui')
  expect(refused.html).toContain('Encore un mot')
  expect(await count('note')).toBe(10)
})
