import { describe, expect, test } from 'vitest'
import { showAge } from '#shared/record/show.ts'

describe('how long ago something was is said in the largest unit that tells enough', () => {
  test.each([
    [0, 'aujourd’hui', 'today'],
    [1, 'hier', 'yesterday'],
    [13, 'il y a 13 jours', '13 days ago'],
    [14, 'il y a 2 semaines', '2 weeks ago'],
    [59, 'il y a 8 semaines', '8 weeks ago'],
    [60, 'le mois dernier', 'last month'],
    [61, 'il y a 2 mois', '2 months ago'],
    [729, 'il y a 23 mois', '23 months ago'],
    [730, 'l’année dernière', 'last year'],
    [731, 'il y a 2 ans', '2 years ago'],
  ])('%d days: « %s », “%s”', (days, french, english) => {
    expect([showAge(days, 'fr'), showAge(days, 'en')]).toEqual([french, english])
  })
})
