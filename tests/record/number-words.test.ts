import { expect, test } from 'vitest'
import { numberNear } from '#shared/record/number-words.ts'

test.each([
  ['une trentaine', 30],
  ['une quinzaine de personnes', 15],
  ['deux cents', 200],
  ['cent cinquante', 150],
  ['quatre-vingt-dix-neuf', 99],
  ['soixante et onze', 71],
  ['vingt et un', 21],
  ['dix-sept', 17],
  ['deux mille cinq cents', 2500],
  ['trois douzaines', 36],
  ['trente ou quarante', 35],
  ['entre cent et deux cents', 150],
  ['a hundred and fifty', 150],
  ['two dozen', 24],
  ['twenty-five', 25],
  ['20-30', 25],
  ['30-20', null],
  ['un groupe', null],
  ['beaucoup', null],
])('near to « %s » is %s', (said, number) => {
  expect(numberNear(said)).toBe(number)
})
