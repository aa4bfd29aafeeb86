import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { readField } from '#shared/record/field.ts'
import { groupFields } from '#shared/record/sections/identity.ts'
import { referentFields } from '#shared/record/sections/referents.ts'
import { textIn } from '#shared/text/text.ts'

describe('a postal code', () => {
  test.each([
    ['GB', 'bn11aa', 'BN1 1AA'],
    ['GB', 'SW1A 1AA', 'SW1A 1AA'],
    ['GB', 'bn1', 'BN1'],
    ['NL', '1012ab', '1012 AB'],
    ['BE', '10 50', '1050'],
    ['DE', '10115', '10115'],
    ['IE', 'd02 x285', 'D02 X285'],
  ])('of %s that is typed %s is kept as %s', (country, typed, kept) => {
    expect(readField(groupFields(country).postcode, typed).value).toBe(kept)
  })

  test.each([
    ['FR', '7710', 'Exemple : 64000'],
    ['BE', '10500', 'Exemple : 1050'],
    ['GB', '90210', 'Exemple : BN1 1AA'],
  ])('of %s that is none (%s) is refused with one of that country', (country, typed, example) => {
    const { problem } = readField(groupFields(country).postcode, typed)
    expect(textIn('fr', movement).fieldProblem(problem ?? expect.fail('taken'))).toContain(
      example.replace(' :', '\u00a0:'),
    )
  })
})

describe('a phone number', () => {
  test.each([
    ['FR', '06 12 34 56 78', '+32'],
    ['BE', '0470 12 34 56', '+33'],
    ['GB', '07400 123456', '+33'],
    ['XX', '+33 6 12 34 56 78', '+32'],
  ])('that is none is refused with one as people of %s write it', (country, own, foreign) => {
    const { problem } = readField(referentFields(country).phone, 'ask Lou')
    for (const language of ['fr', 'en', 'nl'] as const) {
      const said = textIn(language, movement).fieldProblem(problem ?? expect.fail('taken'))
      expect(said).toContain(own)
      expect(said).toContain(foreign)
    }
  })

  test.each([
    ['FR', '0692 12 34 56', '+262692123456', '0692 12 34 56'],
    ['FR', '+33 6 92 12 34 56', '+262692123456', '0692 12 34 56'],
    ['FR', '+262 692 12 34 56', '+262692123456', '0692 12 34 56'],
    ['FR', '0262 20 12 34', '+262262201234', '0262 20 12 34'],
    ['FR', '06 39 69 12 34', '+262639691234', '0639 69 12 34'],
    ['FR', '06.90.12.34.56', '+590690123456', '0690 12 34 56'],
    ['FR', '0694 20 12 34', '+594694201234', '0694 20 12 34'],
    ['FR', '0033 6 96 12 34 56', '+596696123456', '0696 12 34 56'],
    ['FR', '06 95 12 34 56', '+33695123456', '06 95 12 34 56'],
    ['FR', '+689 87 12 34 56', '+68987123456', '+689 87 12 34 56'],
    ['BE', '+262 692 12 34 56', '+262692123456', '+262 692 12 34 56'],
    ['BE', '0032 470 12 34 56', '+32470123456', '0470 12 34 56'],
    ['LU', '621 123 456', '+352621123456', '621 123 456'],
    ['LU', '+352 621 123 456', '+352621123456', '621 123 456'],
    ['GB', '07700 900123', '+447700900123', '07700 900123'],
    ['GB', '+44 (0)7911 123456', '+447911123456', '07911 123456'],
    ['GB', '020 7946 0958', '+442079460958', '020 7946 0958'],
  ])('of %s that is typed %s is kept as %s and shown as %s', (country, typed, kept, shown) => {
    expect(readField(referentFields(country).phone, typed).value).toBe(kept)
    expect(showPhone(kept, country)).toBe(shown)
  })

  test.each([
    ['GB', '+447400123456', '07400 123456'],
    ['GB', '+447781123456', '07781 123456'],
    ['GB', '+447911123456', '07911 123456'],
    ['FR', '+447400123456', '+44 7400 123456'],
    ['BE', '+32470123456', '0470 12 34 56'],
  ])('is shown to %s as its people write it: %s is %s', (country, kept, shown) => {
    expect(showPhone(kept, country)).toBe(shown)
  })
})
