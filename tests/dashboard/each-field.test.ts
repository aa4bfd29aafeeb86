import { afterAll, beforeAll, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { answerChoices } from '#shared/domain/answer-choices.ts'
import { listedFields, publishedFields } from '#shared/record/listed-fields.ts'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// A field that somebody adds is in every list, without another line

const values: Readonly<Record<string, [kept: string | number, shown: string]>> = {
  postcode: ['06000', '06000'],
  networks: ['https://mastodon.example.org/@pau', 'https://mastodon.example.org/@pau'],
  on_map: [1, 'oui'],
  note: ['à rappeler', 'à rappeler'],
}
const fields = Object.entries(listedFields(movement.sections))
let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({ clock: '2026-12-03T10:00:00+01:00', towns: { Pau: ['Lou'] } })
  session = await signIn(world)
  for (const [name, [kept]] of Object.entries(values))
    await world.db.prepare(`UPDATE local_group SET ${name} = ?1`).bind(kept).run()
})
afterAll(() => world.stop())

const get = (path: string) => look(world, session, `/dashboard/${path}`)

test('this test knows a value of each', () => {
  expect(Object.keys(values).toSorted()).toEqual(fields.map(([name]) => name).toSorted())
})

test.each(fields)('%s is a column of the list and of its downloads', async (name, { label }) => {
  const [, shown = ''] = values[name] ?? []
  const page = textOf(await get(`groups?column=field_${name}`))
  expect(page).toContain(label.fr)
  expect(page).toContain(shown)
  const [heads = '', row = ''] = (await get(`groups.csv?column=field_${name}`)).html.split('\r\n')
  expect(heads).toContain(label.fr)
  expect(row).toContain(shown)
})

test('what names nobody is in the list for programs, and in its schema', async () => {
  const { groups } = JSON.parse((await get('groups.json')).html) as { groups: { fields: object }[] }
  const names = Object.keys(publishedFields(movement.sections))
  expect(groups[0]?.fields).toEqual({ postcode: '06000', networks: values.networks?.[0], on_map: true })
  const { html: schema } = await get('groups.schema.json')
  for (const name of names) expect(schema).toContain(`"${name}"`)
})

const choices = answerChoices(movement.sections).filter(({ column }) => column !== undefined)

test('what has options, or is yes or no, is a filter of lists and of downloads', async () => {
  expect(choices.map(({ column }) => column)).toEqual(['on_map'])
  for (const { key, label, column = '', options } of choices) {
    const [kept] = values[column] ?? []
    for (const [answer, { fr }] of options) {
      const isKept = answer === `${key}.${kept === 1 ? 'oui' : kept === 0 ? 'non' : kept}`
      const page = textOf(await get(`groups?answer=${answer}`))
      expect(page).toContain(`${label.fr} : ${fr}`)
      expect(page.includes('Pau'), answer).toBe(isKept)
      expect((await get(`groups.csv?answer=${answer}`)).html.includes('Pau'), answer).toBe(isKept)
    }
  }
})

test('a column that is no choice is nothing to filter by', async () => {
  for (const asked of [
    '_id.1',
    '_note.x',
    '_constructor.x',
    '_uid.-',
    '_on_map.peut-être',
    '_on_map; DROP TABLE person.1',
  ])
    expect(textOf(await get(`groups?answer=${encodeURIComponent(asked)}`)), asked).toContain('Pau')
})
