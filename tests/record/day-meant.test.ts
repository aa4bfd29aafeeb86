import { describe, expect, test } from 'vitest'
import { type Field, readField } from '#shared/record/field.ts'
import { activityFields } from '#shared/record/sections/activities.ts'
import { groupFields } from '#shared/record/sections/identity.ts'
import { trainingFields } from '#shared/record/sections/trainings.ts'

/** A Tuesday. */
const today = '2026-12-01'
const founded = groupFields('FR').founded_on
const given = trainingFields.held_on
const done = activityFields.held_on

// biome-ignore lint/suspicious/noExplicitAny: a table of fields of every value
type Case = [typed: string, field: Field<any>, meant: string]

describe('a day as people write it, on 1 December 2026,', () => {
  test.each<Case>([
    ['3 mai', given, '2026-05-03'],
    ['le 3 mai', given, '2026-05-03'],
    ['le dimanche 3 mai', given, '2026-05-03'],
    ['3 May', given, '2026-05-03'],
    ['3rd of May', given, '2026-05-03'],
    ['trois mai', given, '2026-05-03'],
    ['dimanche trois mai 2026', given, '2026-05-03'],
    ['premier mai 2020', founded, '2020-05-01'],
    ['trois mars 2019', founded, '2019-03-03'],
    ['le vingt et un mars deux mille dix-neuf', founded, '2019-03-21'],
    ['May 3rd', given, '2026-05-03'],
    ['Sunday 3rd of May', given, '2026-05-03'],
    ['3/5', given, '2026-05-03'],
    ['03.05.', given, '2026-05-03'],
    ['1er décembre', given, '2026-12-01'],
    ['hier', given, '2026-11-30'],
    ['yesterday', given, '2026-11-30'],
    ['avant-hier', given, '2026-11-29'],
    ['Aujourd’hui', given, '2026-12-01'],
    ['today', given, '2026-12-01'],
    ['dimanche dernier', given, '2026-11-29'],
    ['mardi dernier', given, '2026-11-24'],
    ['last Sunday', given, '2026-11-29'],
    ['14 décembre', done, '2026-12-14'],
    ['vorige zaterdag', done, '2026-11-28'],
    ['demain', done, '2026-12-02'],
    ['tomorrow', done, '2026-12-02'],
    ['samedi prochain', done, '2026-12-05'],
    ['15 janvier', done, '2027-01-15'],
    // The next one is 45 days away: far enough to mean the one before
    ['15 janvier', given, '2026-01-15'],
    // One is 61 days nearer than the other
    ['2 mai', done, '2027-05-02'],
    ['2 juillet', done, '2026-07-02'],
    ['3/5/60', founded, '1960-05-03'],
    ['15 January', done, '2027-01-15'],
    ['20 novembre', done, '2026-11-20'],
    ['samedi 12 décembre', given, '2026-12-12'],
    ['mars 2019', founded, '2019-03-01'],
    ['March 2019', founded, '2019-03-01'],
    ['en mars 2019', founded, '2019-03-01'],
    ['03/2019', founded, '2019-03-01'],
    ['2019-03', founded, '2019-03-01'],
    ['May 3rd, 2026', given, '2026-05-03'],
    ['3rd of May 2026', given, '2026-05-03'],
    ['le samedi 14 août 2027', done, '2027-08-14'],
    ['27032019', founded, '2019-03-27'],
    ['270319', founded, '2019-03-27'],
    ['032019', founded, '2019-03-01'],
    ['20190327', founded, '2019-03-27'],
    ['1 er mars 2019', founded, '2019-03-01'],
    ['le 3 mai prochain', done, '2027-05-03'],
    ['3 mai dernier', done, '2026-05-03'],
    ['dans trois jours', done, '2026-12-04'],
    ['il y a 2 semaines', done, '2026-11-17'],
    ['a week ago', done, '2026-11-24'],
    ['ce soir', done, '2026-12-01'],
    ['tonight', done, '2026-12-01'],
    ['24th Dec', done, '2026-12-24'],
    ['in two weeks', done, '2026-12-15'],
    ['3 weeks ago', done, '2026-11-10'],
    ['mercredi 2 décembre', done, '2026-12-02'],
  ])('« %s » is understood', (typed, field, meant) => {
    expect(readField(field, typed, today)).toEqual({ value: meant })
  })

  // biome-ignore lint/suspicious/noExplicitAny: as above
  test.each<[typed: string, field: Field<any>, code: string]>([
    ['1er juin', done, 'day_needs_year'],
    ['15 décembre', given, 'day_needs_year'],
    ['14 janvier', given, 'day_needs_year'],
    ['3 mai', done, 'day_needs_year'],
    ['1er juillet', done, 'day_needs_year'],
    ['3 mai', founded, 'day_needs_year'],
    ['29 février', done, 'day_needs_year'],
    // A Wednesday this year, a Tuesday the year before
    ['mardi 2 décembre', done, 'day_needs_year'],
    ['Tuesday 2 December', done, 'day_needs_year'],
    ['sam. 24', done, 'day_unreadable'],
    ['samedi en huit', done, 'day_unreadable'],
    ['tous les jeudis', done, 'day_unreadable'],
    ['3 et 4 mai', done, 'day_several'],
    ['24/12 à 18h', done, 'day_has_time'],
    ['samedi prochain 14h', done, 'day_has_time'],
    ['demain à 18h30', done, 'day_has_time'],
    ['depuis 2015', founded, 'day_needs_month'],
    ['vers 2015', founded, 'day_needs_month'],
    ['2015?', founded, 'day_needs_month'],
    ['13/13/2026', done, 'day_impossible'],
    ['02/30/2026', done, 'day_impossible'],
    ['mars 2026', given, 'day_needs_day'],
    ['31 juin', given, 'day_impossible'],
    ['3/15', given, 'day_impossible'],
    ['mai 26', given, 'day_unreadable'],
    ['mars', founded, 'day_unreadable'],
    ['2019', founded, 'day_needs_month'],
    ['été 2019', founded, 'day_needs_month'],
    ['fin 2019', founded, 'day_needs_month'],
    ['trois sept 2019', founded, 'day_unreadable'],
    ['le trente et un février 2020', founded, 'day_impossible'],
    ['2019', given, 'day_unreadable'],
    ['14/12/2062', done, 'day_far'],
    ['27/03/1219', founded, 'day_far'],
    ['3/5/59', founded, 'day_far'],
    ['mi-mai', given, 'day_unreadable'],
    ['next Saturday', done, 'day_unreadable'],
    ['bientôt', done, 'day_unreadable'],
    ['3 mai à 18h30', done, 'day_has_time'],
    ['samedi 12 décembre 2026 18h', done, 'day_has_time'],
    ['du 3 au 5 mai', done, 'day_several'],
    ['3-5 mai 2026', given, 'day_several'],
    ['juillet-août 2025', founded, 'day_unreadable'],
    ['122619', founded, 'day_unreadable'],
    ['?', founded, 'left_empty'],
    ['je ne sais plus', founded, 'left_empty'],
    ['?', given, 'day_unreadable'],
    ['', given, 'required'],
  ])('« %s » is asked for again, with what is missing', (typed, field, code) => {
    expect(readField(field, typed, today).problem?.code).toBe(code)
  })

  test('in a sheet too, a month or a year is enough for a founding, and for nothing else', () => {
    expect(readField(founded, 'mars 2019')).toEqual({ value: '2019-03-01' })
    expect(readField(founded, '2019')).toEqual({ value: '2019-01-01' })
    expect(readField(given, 'mars 2019').problem?.code).toBe('day_unreadable')
  })

  test('« hier » in a sheet is refused: nobody knows when it was written', () => {
    expect(readField(given, 'hier').problem?.code).toBe('day_unreadable')
  })
})

test.each([
  ['05/27/2026', '27/05/2026'],
  ['5.27.26', '27/05/2026'],
  ['12-13-2026', '13/12/2026'],
])('of %s the day is proposed as it is written here', (typed, suggestion) => {
  expect(readField(done, typed, today).problem).toEqual({ code: 'day_impossible', suggestion })
})
