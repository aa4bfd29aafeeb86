import { expect, test } from 'vitest'
import { labelled } from '#shared/text/colon.ts'

test('a label has a colon after it, with its space in French, and a question has none', () => {
  expect(labelled('Ville', 'fr')).toBe('Ville\u00a0: ')
  expect(labelled('Town', 'en')).toBe('Town: ')
  expect(labelled('Un local\u00a0?', 'fr')).toBe('Un local\u00a0? ')
  expect(labelled('How often do you open?', 'en')).toBe('How often do you open? ')
})
