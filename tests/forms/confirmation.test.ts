import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open, type Sheet, submit, textOf } from '#tests/support/browser.ts'
import { insertCheck } from '#tests/support/checks.ts'
import { groupUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({
    round: '2026-12',
    towns: {
      Pau: ['Lou', 'Sam'],
      Dax: ['Noa', 'Ida'],
      Brest: ['Zoé'],
      Metz: ['Rose'],
      Foix: ['Eva'],
      Albi: ['Kim'],
      Gap: ['Kim', 'Max'],
      Digne: ['Kim'],
    },
  })
})
afterAll(() => world.stop())

const group = async (name: string, town: string, path = '') =>
  open(`${await world.linkOf(name)}/${groupUid(town)}${path}`)
const takeBack = (sheet: Sheet) => {
  const id = /name="confirmation" value="(\d+)"/.exec(sheet.html)?.[1] ?? expect.fail('nothing to take back')
  const to = /action="([^"]*\/history\/confirmation)"/.exec(sheet.html)?.[1] ?? ''
  return submit(sheet, { confirmation: id }, new URL(to, sheet.url).href)
}
const rows = async (sql: string, town: string) => {
  const { results } = await world.db.prepare(sql).bind(groupUid(town)).all()
  return results
}
const answers = (town: string) =>
  rows('SELECT kind FROM answer WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1)', town)
const checks = (town: string) =>
  rows(
    `SELECT section, checked_at, person.name FROM section_check LEFT JOIN person ON person.id = person_id
     WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1) ORDER BY section`,
    town,
  )

describe('“everything is correct”', () => {
  test('is in the history, and is taken back with the answer and the checks that it set', async () => {
    const done = await submit(await group('Lou', 'Pau'))
    expect(textOf(done)).toContain('Merci, c’est noté')
    expect(await answers('Pau')).toEqual([{ kind: 'confirmed' }])
    expect(textOf(await group('Sam', 'Pau', '/history'))).toMatch(/Lou A confirmé que tout est juste/)
    const back = await takeBack(done)
    expect(textOf(back)).toMatch(/C’est annulé.*Tout est juste/)
    expect(await answers('Pau')).toEqual([])
    expect(await checks('Pau')).toEqual([])
    expect(textOf(await group('Sam', 'Pau', '/history'))).toContain('Annulé par Lou.')
  })

  test('is taken back by another referent, once, from the history', async () => {
    await submit(await group('Noa', 'Dax'))
    const page = await group('Ida', 'Dax', '/history')
    expect(textOf(await takeBack(page))).toContain('C’est annulé')
    const again = await takeBack(page)
    expect(again.status).toBe(409)
    expect(textOf(await group('Noa', 'Dax'))).not.toContain('Vous avez répondu')
  })

  test('of one section leaves what was checked before and since', async () => {
    const before = new Date(world.now().getTime() - 40 * 86_400_000).toISOString()
    await insertCheck(world.db, { groups: [groupUid('Foix')], section: 'identity', at: before, by: 'Eva' }).run()
    await submit(await group('Eva', 'Foix'), { section: 'identity' })
    const twice = await submit(await group('Eva', 'Foix'))
    const history = await group('Eva', 'Foix', '/history')
    expect(textOf(history)).toContain('A confirmé qu’il n’y a rien à changer : Le groupe.')
    // The later one first, and then the one that it confirmed again
    expect(textOf(await takeBack(twice))).toContain('C’est annulé')
    expect(await checks('Foix')).toEqual([{ section: 'identity', checked_at: world.now().toISOString(), name: 'Eva' }])
    expect(await answers('Foix')).toEqual([{ kind: 'confirmed' }])
    await takeBack(await group('Eva', 'Foix', '/history'))
    expect(await checks('Foix')).toEqual([{ section: 'identity', checked_at: before, name: 'Eva' }])
    expect(await answers('Foix')).toEqual([])
  })

  test('does not come back when a later one is taken back after it', async () => {
    const page = await group('Zoé', 'Brest')
    const first = await submit(page)
    const second = await submit(page)
    await takeBack(first)
    await takeBack(second)
    expect(await checks('Brest')).toEqual([])
    expect(await answers('Brest')).toEqual([])
  })

  test('that a correction followed leaves the correction its answer', async () => {
    const done = await submit(await group('Rose', 'Metz'))
    const page = await group('Rose', 'Metz', '/identity')
    await submit(page, { [`${groupUid('Metz')}.active_members`]: '21' })
    await takeBack(done)
    expect(await answers('Metz')).toEqual([{ kind: 'updated' }])
  })

  test('is not taken back by a link of another group', async () => {
    const done = await submit(await group('Lou', 'Pau'))
    const id = /name="confirmation" value="(\d+)"/.exec(done.html)?.[1] ?? ''
    const own = await group('Eva', 'Foix')
    const foreign = await submit(own, { confirmation: id }, `${own.url}/history/confirmation`)
    expect(foreign.status).toBe(409)
    expect(await answers('Pau')).toEqual([{ kind: 'confirmed' }])
  })
})

describe('whoever answers for several groups', () => {
  const choice = async () => textOf(await open(await world.linkOf('Kim')))

  test('is led from one to those that nobody has answered for, until none is left', async () => {
    expect(await choice()).toMatch(/Archipel Albi Archipel Digne Archipel Gap/)
    const first = await submit(await group('Kim', 'Albi'))
    expect(textOf(first)).toMatch(/Merci, c’est noté .{0,90} Vérifier mes autres groupes \(2\)/)
    expect(await choice()).toContain('Archipel Albi (répondu ce mois-ci) Archipel Digne Archipel Gap')
    await submit(await group('Max', 'Gap'))
    const again = await group('Kim', 'Albi', '?done=all')
    expect(textOf(again)).toContain('Vérifier aussi Archipel Digne')
    expect(again.html).toContain(`/${groupUid('Digne')}">`)
    expect(textOf(await submit(await group('Kim', 'Digne')))).not.toMatch(/Vérifier (aussi|mes)/)
  })

  test('is not led to a group that the month’s mail is not about', async () => {
    await world.db.prepare("UPDATE local_group SET state = 'asleep' WHERE uid = ?1").bind(groupUid('Digne')).run()
    await world.db.prepare('DELETE FROM answer').run()
    await submit(await group('Max', 'Gap'))
    expect(textOf(await submit(await group('Kim', 'Albi')))).not.toMatch(/Vérifier (aussi|mes)/)
  })
})
