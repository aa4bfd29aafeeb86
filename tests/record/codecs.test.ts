import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { type Field, readField, writeField } from '#shared/record/field.ts'

import { trainingFields } from '#shared/record/sections/trainings.ts'

const { ours, asked } = movement.sections
const { fields: groupFields } = ours.group
const { fields: referentFields } = ours.referents

// biome-ignore lint/suspicious/noExplicitAny: a table of fields of every value
type Case = [what: string, field: Field<any>, typed: string, expected: unknown]

const taken: Case[] = [
  ['a day as France writes it', trainingFields.held_on, '31/12/2026', '2026-12-31'],
  ['a day with a short year', trainingFields.held_on, '1.3.26', '2026-03-01'],
  ['a day in words', trainingFields.held_on, 'samedi 14 août 2027', '2027-08-14'],
  ['a day in English words', trainingFields.held_on, '1st March 2026', '2026-03-01'],
  ['a day as ISO writes it', trainingFields.held_on, '2026-02-28', '2026-02-28'],
  [
    'an address in capitals and spaces',
    referentFields.email,
    '  CAMILLE.FOURNIER@EXAMPLE.COM ',
    'camille.fournier@example.com',
  ],
  ['an address with an apostrophe', referentFields.email, "loic.n'diaye@example.com", "loic.n'diaye@example.com"],
  ['a phone with spaces', referentFields.phone, '06 12 34 56 78', '+33612345678'],
  ['a number with signs around', groupFields.active_members, '(≈ 50 !)', 50],
  ['a number that is open', groupFields.active_members, '+ de 50', 50],
  ['a postal code with its country', groupFields.postcode, 'F-64000', '64000'],
  ['a postal code of letters', groupFields.postcode, '64000 Cedex', '64000'],
  ['an address in quotes of print', referentFields.email, '“lou@example.org”', 'lou@example.org'],
  ['an address with space at its sign', referentFields.email, 'lou @ example.org', 'lou@example.org'],
  ['a phone with low dashes', referentFields.phone, '06_12_34_56_78', '+33612345678'],
  ['a phone with dots', referentFields.phone, '07.92.70.73.88', '+33792707388'],
  ['a phone with its country', referentFields.phone, '+32 470 12 34 56', '+32470123456'],
  ['a phone as a chat copies it', referentFields.phone, '\u200e+33\u00a06\u202f12 34 56 79\u202c', '+33612345679'],
  ['an address as a chat copies it', referentFields.email, '\u200elou@exam\u00adple.org\u202c', 'lou@example.org'],
  ['a site as a chat copies it', groupFields.website, '\u2068pau.example.org\ufeff\u2069', 'https://pau.example.org'],
  ['no phone', referentFields.phone, '', null],
  ['a number with a thin space', groupFields.active_members, '1\u202f200', 1200],
  ['a state by its French label, with a space', groupFields.state, 'Actif ', 'active'],
  ['a state without its accents', groupFields.state, 'EN CREATION', 'starting'],
  ['yes in French', groupFields.on_map, 'oui', true],
  ['an unticked box', groupFields.on_map, '', false],
  ['a site without its protocol', groupFields.website, 'archipel-pau.example.org', 'https://archipel-pau.example.org'],
  ['a site after two slashes', groupFields.website, '//x.fr', 'https://x.fr'],
  ['a site after one slash', groupFields.website, 'HTTP:/x.fr/a', 'http://x.fr/a'],
  ['a site after three slashes', groupFields.website, 'https:///x.fr', 'https://x.fr'],
  [
    'a site with a space and the end of a sentence',
    groupFields.website,
    'x.fr/nos actions.',
    'https://x.fr/nos%20actions',
  ],
  ['a site with accents', groupFields.website, 'https://été.fr/à', 'https://été.fr/à'],
  ['a site with a port', groupFields.website, 'x.fr:8080/a', 'https://x.fr:8080/a'],
  ['an address as a mail program copies it', referentFields.email, 'Lou Roy <Lou@example.org>; ', 'lou@example.org'],
  ['a number that is roughly so', groupFields.active_members, 'environ 30', 30],
  ['a number with a tilde', groupFields.active_members, '~ 1 200', 1200],
  ['a number with what it counts', groupFields.active_members, '30 membres actif·ves', 30],
  ['a day as ISO, with slashes', trainingFields.held_on, '2026/02/28', '2026-02-28'],
  ['a name with a null and an escape', groupFields.name, 'Archipel\0 Pau\u001b[0m', 'Archipel Pau[0m'],
  ['a name that turns the direction of what follows', groupFields.name, '\u202ePau\u2066', 'Pau'],
  ['a name of right-to-left letters and joined signs', groupFields.name, 'مجموعة 👩‍🌾', 'مجموعة 👩‍🌾'],
  ['spaces inside a name', groupFields.name, ' Archipel   Pau ', 'Archipel Pau'],
]

const refused: Case[] = [
  ['an impossible day', groupFields.founded_on, '31/02/2019', 'day_impossible'],
  ['a day that is none', groupFields.founded_on, 'au printemps', 'day_unreadable'],
  ['a month that two months could be', groupFields.founded_on, '3 jui 2020', 'day_unreadable'],
  ['an address without @', referentFields.email, 'morgan.durand at example.org', 'email_invalid'],
  ['an address with two @', referentFields.email, 'joelle.legrand@@example.org', 'email_invalid'],
  ['an address without a top-level domain', referentFields.email, 'wassim.le-goff@example', 'email_invalid'],
  ['a number in words', groupFields.active_members, 'une trentaine', 'number_unreadable'],
  ['a negative number', groupFields.active_members, '-3', 'number_unreadable'],
  ['a number beyond reason', groupFields.active_members, '9999999', 'number_too_large'],
  ['a short postal code', groupFields.postcode, '7710', 'postcode_invalid'],
  ['a script as a site', groupFields.website, 'javascript:alert(1)', 'url_invalid'],
  ['one word as a site', groupFields.website, 'facebook', 'url_invalid'],
  ['a mail address as a site', groupFields.website, 'lou@example.org', 'url_invalid'],
  ['a name of a network as a site', groupFields.website, '@archipel_pau', 'url_invalid'],
  ['a site with a password', groupFields.website, 'https://lou:secret@x.fr', 'url_invalid'],
  ['a site of two points', groupFields.website, 'x..fr', 'url_invalid'],
  ['a site without a name', groupFields.website, 'https://.fr', 'url_invalid'],
  ['a number as a site', groupFields.website, '12.5', 'url_invalid'],
  ['two sites', groupFields.website, 'https://x.fr, https://y.fr', 'url_invalid'],
  ['two addresses', referentFields.email, 'Lou <lou@x.fr>, Sam <sam@x.fr>', 'email_invalid'],
  ['an address with a page of commas', referentFields.email, `lou@x.fr${','.repeat(2000)}`, 'email_invalid'],
  ['a site with a page of points', groupFields.website, `https://x.fr/${'.'.repeat(2000)}`, 'too_long'],
  ['two numbers', groupFields.active_members, '30 à 40', 'number_unreadable'],
  ['a part of a number', groupFields.active_members, '12,5', 'number_unreadable'],
  ['digits that do not make a number', groupFields.active_members, '06 12 34', 'number_unreadable'],
  ['a state that is none', groupFields.state, 'fatigué', 'choice_unknown'],
  ['no name', groupFields.name, '   ', 'required'],
  ['a name of a null', groupFields.name, '\0', 'required'],
  ['a name that cannot be seen', groupFields.name, '\u200b\u200d', 'required'],
  ['a phone with letters', referentFields.phone, 'demander à Lou', 'phone_invalid'],
]

describe('what people type', () => {
  test.each(taken)('%s is taken', (_, field, typed, expected) => {
    expect(readField(field, typed)).toEqual({ value: expected })
  })

  test.each(refused)('%s is refused, with its reason', (_, field, typed, code) => {
    expect(readField(field, typed).problem?.code).toBe(code)
  })

  test.each(taken)('%s is the same value when it comes back from the form', (_, field, typed) => {
    const { value } = readField(field, typed)
    expect(readField(field, writeField(field, value))).toEqual({ value })
  })
})

describe('a text is taken up to its last character, and refused beyond', () => {
  // biome-ignore lint/suspicious/noExplicitAny: fields of every value
  const everyField: [string, Field<any>][] = asked.flatMap(({ fields }) => Object.entries(fields))
  const limited = everyField.flatMap(([name, field]) => {
    const { problem } = readField(field, 'é'.repeat(9000))
    return problem?.code === 'too_long' && field.control.kind !== 'url'
      ? [{ name, field, limit: problem.limit ?? 0 }]
      : []
  })

  test('by every field of text, each of which has a limit', () => {
    const names = limited.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['name', 'town', 'networks', 'role', 'theme', 'title']))
  })

  test.each(limited)('$name takes $limit', ({ field, limit }) => {
    const longest = 'é'.repeat(limit)
    expect(readField(field, `  ${longest} \n`)).toEqual({ value: longest })
    expect(readField(field, `${longest}é`).problem).toMatchObject({ code: 'too_long', limit })
  })
})
