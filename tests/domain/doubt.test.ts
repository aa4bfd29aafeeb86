import { describe, expect, test } from 'vitest'
import { doubtAbout } from '#shared/domain/doubt.ts'
import { type Field, readMeant } from '#shared/record/field.ts'
import { activityFields } from '#shared/record/sections/activities.ts'
import { groupFields } from '#shared/record/sections/identity.ts'
import { referentFields } from '#shared/record/sections/referents.ts'
import { trainingFields } from '#shared/record/sections/trainings.ts'

const today = '2026-12-01'
const { founded_on, active_members, postcode, website, public_email, name } = groupFields('FR')
const { phone, email } = referentFields('FR')
const { held_on, attendees } = activityFields

// biome-ignore lint/suspicious/noExplicitAny: a table of fields of every value
type Case = [typed: string, field: Field<any>, code: string | undefined, beside?: { was: number }]

/** What is asked of a typed text that can be read. */
function asked([typed, field, , beside]: Case) {
  const { value } = readMeant(field, typed, today)
  expect(value, typed).toBeDefined()
  return doubtAbout(field, value, { was: beside?.was ?? null, today, country: 'FR' })?.code
}

describe('what can be read and is hardly meant is asked about', () => {
  test.each<Case>([
    ['02/12/2026', founded_on, 'day_to_come'],
    ['demain', founded_on, 'day_to_come'],
    ['01/2027', founded_on, 'day_to_come'],
    ['15/01/2027', trainingFields.held_on, 'day_to_come'],
    ['14/12/2062', held_on, 'day_far'],
    ['3/5/1219', founded_on, 'day_far'],
    ['100000', active_members, 'number_grown', { was: 8 }],
    ['300', active_members, 'number_grown', { was: 12 }],
    ['100 000', active_members, 'number_large'],
    ['300000', attendees, 'number_large'],
    ['00000', postcode, 'postcode_nowhere'],
    ['99999', postcode, 'postcode_nowhere'],
    ['96000', postcode, 'postcode_nowhere'],
    ['06 66 66 66 66', phone, 'phone_odd'],
    ['06 00 00 00 00', phone, 'phone_odd'],
    ['lou@gmial.com', email, 'email_slip'],
    ['lou@gmail.fr', email, 'email_slip'],
    ['lou@orange.ft', email, 'email_slip'],
    ['lou@archipel.ogr', email, 'ending_unknown'],
    ['contact@archipel.frr', public_email, 'ending_unknown'],
    ['https://archipel.ogr/pau', website, 'ending_unknown'],
  ])('« %s »', (...one) => {
    expect(asked(one)).toBe(one[2])
  })

  test.each<Case>([
    ['01/12/2026', founded_on, undefined],
    ['mars 2019', founded_on, undefined],
    ['15/12/2026', held_on, undefined],
    ['80', active_members, undefined, { was: 8 }],
    ['900', active_members, undefined, { was: 200 }],
    ['1500', active_members, undefined],
    ['0', attendees, undefined],
    ['12000', attendees, undefined],
    ...['01000', '20090', '64000', '75001', '95880', '97133', '97300', '97500', '97600', '98600', '98713', '98800'].map(
      (code): Case => [code, postcode, undefined],
    ),
    ['06 12 34 56 78', phone, undefined],
    ['06 99 99 99 99', phone, undefined],
    ['+32 470 12 34 56', phone, undefined],
    ...['gmail.com', 'free.fr', 'mail.com', 'laposte.net', 'archipel.example.org', 'x.fr', 'école.fr'].map(
      (host): Case => [`lou@${host}`, email, undefined],
    ),
    ['pau.example.org', website, undefined],
    ['Archipel 2062', name, undefined],
    ['', founded_on, undefined],
  ])('and not what may well be: « %s »', (...one) => {
    expect(asked(one)).toBeUndefined()
  })
})

test('a town’s code is looked at as its country writes them', () => {
  const at = (country: string, typed: string) => {
    const field = groupFields(country).postcode
    const { value = null } = readMeant(field, typed, today)
    return doubtAbout(field, value, { was: null, today, country })?.code
  }
  expect([
    at('BE', '0000'),
    at('BE', '1000'),
    at('CH', '0123'),
    at('DE', '00000'),
    at('GB', 'SW1A 1AA'),
    at('GB', 'XX1 1AA'),
    at('GB', 'JE2 3AB'),
  ]).toEqual([
    'postcode_nowhere',
    undefined,
    'postcode_nowhere',
    'postcode_nowhere',
    undefined,
    'postcode_nowhere',
    undefined,
  ])
})

describe('of a number in words or between two others, one is proposed', () => {
  test.each([
    ['une trentaine', '30'],
    ['about thirty', '30'],
    ['30-40', '35'],
    ['entre 30 et 40', '35'],
    ['une vingtaine de personnes', '20'],
    ['a dozen', '12'],
    ['une centaine', '100'],
    ['beaucoup', undefined],
    ['quelques dizaines', undefined],
    ['several hundreds', undefined],
    ['deux dizaines', '20'],
    ['12,5', undefined],
    ['40-30', undefined],
    ['06 12 34', undefined],
  ])('« %s »', (typed, suggestion) => {
    const { problem } = readMeant(active_members, typed, today)
    expect(problem).toEqual({ code: 'number_unreadable', ...(suggestion ? { suggestion } : {}) })
  })
})

test('a day in figures is asked about where people write the month first, and nowhere else', () => {
  const about = (typed: string, country: string) => {
    const { value } = readMeant(held_on, typed, today)
    return doubtAbout(held_on, value ?? null, { was: null, today, country, typed })?.code
  }
  expect(about('05/03/2026', 'US')).toBe('day_order')
  expect(about('5-3-26', 'PH')).toBe('day_order')
  for (const country of ['FR', 'GB', 'BE', 'CA', 'IE']) expect(about('05/03/2026', country)).toBeUndefined()
  for (const typed of ['27/03/2026', '5/5/2026', '3 May 2026', '2026-03-05']) expect(about(typed, 'US')).toBeUndefined()
})
