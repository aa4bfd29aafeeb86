import { expect, test } from 'vitest'
import { sampleMovements } from '#scripts/demo/sample-movements.ts'
import { movementOf } from '#shared/movement.ts'
import { textIn } from '#shared/text/text.ts'

const movement = (name: string) => movementOf(sampleMovements[name]?.fixed ?? expect.fail(name))

test.each([
  ['archipel', 'fr', 'Par département', 'Département Nord', 'Département'],
  ['belgium', 'fr', 'Par province', 'Province Nord', 'Province'],
  ['chapters', 'en', 'By county', 'County Nord', 'County'],
] as const)('the pages of %s say what their country calls a department', (name, language, by, titled, label) => {
  const own = movement(name)
  const { map } = textIn(language, own).dashboard
  expect([map.departments, map.department('Nord')]).toEqual([by, titled])
  expect(own.sections.ours.group.fields.department.label[language]).toBe(label)
})

test('a movement may call it otherwise than its country', () => {
  const { fixed } = sampleMovements.belgium ?? expect.fail('no sample')
  const department = { fr: { one: 'canton', many: 'cantons', gender: 'masculine' } } as const
  const own = movementOf({ ...fixed, nouns: { department } })
  expect(textIn('fr', own).dashboard.map.departments).toBe('Par canton')
})
