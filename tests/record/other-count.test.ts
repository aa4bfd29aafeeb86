import { expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { readField } from '#shared/record/field.ts'
import { activityFields } from '#shared/record/sections/activities.ts'

const { fields } = movement.sections.ours.group
const members = (typed: string) => readField(fields.active_members, typed)
const phone = (typed: string) => readField(movement.sections.ours.referents.fields.phone, typed)

test.each([
  'moins de 20',
  'un peu moins de 20',
  'jusqu’à 20',
  'pas plus de 20',
  '20 au maximum',
  '20 maxi',
  '20 au plus',
  'up to 20',
  'at most 20',
  'fewer than 20',
  'no more than 20',
  'minder dan 20',
  'hoogstens 20',
  '< 20',
])('« %s » is fewer than its figure: one number is asked for', (typed) => {
  expect(members(typed)).toEqual({ problem: { code: 'number_unreadable', suggestion: '20' } })
})

test.each([
  '20 de moins',
  '20 de plus',
  '20 more',
  '20 fewer',
  'plus 20',
  '20 départs',
  '20 il y a un an',
  '20 last year',
  '20 geleden',
  'pas 20',
  'même pas 20',
  'not even 20',
  'niet 20',
  '20 anciens',
  '2 k',
])('« %s » says no number of today: none is kept, and none suggested', (typed) => {
  expect(members(typed)).toEqual({ problem: { code: 'number_unreadable' } })
})

test.each([
  'plus de 20',
  '20 ou plus',
  '20 or more',
  'plus ou moins 20',
  'min of meer 20',
  'at least 20',
  'minstens 20',
])('« %s » is near enough', (typed) => expect(members(typed)).toEqual({ value: 20 }))

test.each(['dertig', 'een dertigtal', '20 tot 40'])('Dutch « %s » is suggested in figures', (typed) => {
  expect(members(typed)).toEqual({ problem: { code: 'number_unreadable', suggestion: '30' } })
})

test.each([
  'ancien 06 12 34 56 78',
  '06 12 34 56 78 (ancien)',
  'ne pas appeler : 06 12 34 56 78',
  '06 12 34 56 78 ext 4',
])('the phone « %s » is not kept as one to be called', (typed) =>
  expect(phone(typed)).toMatchObject({ problem: { code: 'phone_invalid' } }),
)

test.each([
  'avant le 12 décembre 2026',
  'après le 12/12/2026',
  'pas le 12 décembre 2026',
  'annulé : 12 décembre 2026',
  'before 12 December 2026',
  'not 12 December 2026',
  'niet op 12 december 2026',
])('« %s » is another day than the one it names', (typed) => {
  expect(readField(activityFields.held_on, typed)).toMatchObject({ problem: { code: 'day_unreadable' } })
})
