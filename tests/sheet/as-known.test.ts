import { expect, test } from 'vitest'
import { choice } from '#shared/record/codecs.ts'
import { asKnown } from '#shared/sheet/as-known.ts'
import { readValue } from '#shared/sheet/values/read-value.ts'
import { inLanguages } from '#shared/text/words.ts'

// What a spreadsheet has only written otherwise, as LibreOffice does in one country or another

test.each([
  ['3', '03'],
  ['05/01/68', 'mai 68'],
  ['01/05/1968', 'mai 68'],
  ['2026-02-01', '1-2'],
  ['10:30:00', '10:30'],
  ['10:30:00 AM', '10:30'],
  ['10:30:00 PM', '22:30'],
  ['12:15:00 AM', '0:15'],
])('%s is still %s', (said, known) => {
  expect(asKnown(said, known)).toBe(known)
})

test.each([
  ['10:30:00 PM', '10:30'],
  ['06/07/68', 'mai 68'],
  ['4', '03'],
])('%s is no more %s', (said, known) => {
  expect(asKnown(said, known)).toBe(said)
})

test('a choice is what a spreadsheet has made of its words, where it can be no other', () => {
  const label = (text: string) => inLanguages({ fr: text, en: text })
  const options = { first: label('03'), second: label('1-2'), third: label('rouge') }
  const field = { label: label('x'), control: { kind: 'radios', options }, codec: choice(options), headings: {} }
  const column = { index: 0, part: 'own', field: 'x', number: 1, others: [], joining: 'first' }
  const sheet = { kind: 'groups', headings: ['x'], rows: [], shape: { parts: { own: { x: field } } } }
  const read = (cell: string) =>
    readValue({ ...sheet, meantValue: () => undefined } as never, column as never, cell).value ?? null
  expect(['3', '2026-02-01', 'Rouge', '4'].map(read)).toEqual(['first', 'second', 'third', null])
})
