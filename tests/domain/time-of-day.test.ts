import { expect, test } from 'vitest'
import { instantsOf, timeOfDayIn } from '#shared/domain/time-of-day.ts'

test.each([
  ['Réunion, 18h30', '18:30', null],
  ['Réunion à 18 h', '18:00', null],
  ['Marche (dès 9h)', '09:00', null],
  ['Permanence 18h-20h', '18:00', '20:00'],
  ['Permanence de 18 h à 20 h 15', '18:00', '20:15'],
  ['Atelier 14–16h', '14:00', '16:00'],
  ['Picket 18:30', '18:30', null],
  ['Picnic 6 pm', '18:00', null],
  ['Picnic at 12:15 p.m.', '12:15', null],
  ['Vigil 9pm to 11:30pm', '21:00', '23:30'],
  ['Fête 22h à 02:00', '22:00', '02:00'],
  ['Porte ouverte à partir de 19h', '19:00', null],
  ['Pique-nique à midi', '12:00', null],
  ['Stall from noon to 2pm', '12:00', '14:00'],
  ['Stand de midi à 14h', '12:00', '14:00'],
])('%j is at %s until %s', (title, from, until) => {
  expect(timeOfDayIn(title)).toEqual({ from, until })
})

test.each([
  'Réunion',
  '24h du vélo',
  'Grève de 12h',
  'Formation 2h30',
  'Atelier 3h',
  '48h pour le climat',
  'Banquet du Midi',
  'Train à Midi-Pyrénées',
  'Midi libre',
  'Marche des 10 000',
  'Le 12/12/2026',
  'COP 31',
  '3 ans, 2h de débat',
  'A 18 heures',
])('%j tells no time of day', (title) => {
  expect(timeOfDayIn(title)).toBeNull()
})

test('the time is the one that clocks show there, also after they have changed, and an end past midnight is of the next day', () => {
  const at = (title: string, day: string) => {
    const found = instantsOf(title, day, 'Europe/Paris')
    return [found?.from.toISOString(), found?.until?.toISOString()]
  }
  expect(at('Réunion 18h30', '2026-12-12')).toEqual(['2026-12-12T17:30:00.000Z', undefined])
  expect(at('Réunion 18h30', '2026-07-12')).toEqual(['2026-07-12T16:30:00.000Z', undefined])
  expect(at('Fête 20h-8h', '2026-12-12')).toEqual(['2026-12-12T19:00:00.000Z', '2026-12-13T07:00:00.000Z'])
})
