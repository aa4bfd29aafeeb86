import { describe, expect, test } from 'vitest'
import config from '#sample/movement.config.ts'
import { renderMail } from '#shared/mail/render.ts'
import { sampleNow as now } from '#shared/mail/sample.ts'
import { sampleLinks as links, samples } from '#shared/mail/samples.ts'
import { movementOf } from '#shared/movement.ts'
import { putterFor, textIn } from '#shared/text/text.ts'
import { textsIn } from './literals.ts'

const rarer = [2, 3, 4, 6, 12] as const
const movement = (every: 1 | (typeof rarer)[number]) =>
  movementOf({
    ...config,
    languages: ['fr', 'en', 'nl'],
    calendar: { ...config.calendar, every },
    sender: { name: 'Archipel', address: 'network@archipel.example.org', replyTo: 'network@archipel.example.org' },
  })

/** What is said of a month where none is meant; months that are ones whatever the rhythm is are not looked for. */
const months = {
  fr: /mensuel|chaque mois|par mois|ce mois-ci(?! et les onze)|(mot|question) du mois|mails? de ce mois|mois par mois|mois précédent/i,
  en: /monthly|each month|minute a month|this month(?! and the eleven)|(word|question) of the month|month by month|the month’s/i,
  nl: /\bmaandelijks|elke maand|per maand|deze maand(?! en de elf)|(woord|vraag) van de maand/i,
}
const files = {
  fr: /(^|\/)fr(\.ts|\/)|shared\/record/,
  en: /(^|\/)en(\.ts|\/)|shared\/record/,
  nl: /(^|\/)nl\//,
} as const

describe.each(['fr', 'en', 'nl'] as const)('in %s', (language) => {
  const said = textsIn(['shared/text', 'shared/mail', 'shared/record'], files[language])
    .filter(({ file }) => !file.endsWith('rhythm.ts'))
    .map(({ text }) => text)

  test.each(rarer)('nothing is said to come every month where there is an update every %s', (every) => {
    const put = putterFor(movement(every).nouns, language) ?? expect.fail('nothing is put')
    expect(said.length).toBeGreaterThan(200)
    expect(said.map(put).filter((text) => months[language].test(text))).toEqual([])
  })

  test('no mail of a quarterly movement says so', () => {
    const quarterly = movement(3)
    const left = samples.flatMap(({ mail, name, reader }) => {
      const { subject, text } = renderMail(mail, { movement: quarterly, language, reader, links, now })
      return months[language].test(`${subject}\n${text}`) ? [name] : []
    })
    expect(left).toEqual([])
  })

  test('a monthly movement is spoken to as ever', () => {
    expect(movement(1).nouns.every).toBeUndefined()
  })
})

describe('what is said instead', () => {
  test.each([
    [2, 'Le mail bimestriel', '(répondu cette fois)'],
    [3, 'Le mail trimestriel', '(répondu ce trimestre)'],
    [6, 'Le mail semestriel', '(répondu ce semestre)'],
    [12, 'Le mail annuel', '(répondu cette année)'],
  ] as const)('every %s months', (every, mail, answered) => {
    const text = textIn('fr', movement(every))
    expect(text.desk.mails.roundTitle).toBe(mail)
    expect(text.form.groupAnswered('Pau')).toBe(`Pau ${answered}`)
  })

  test('a name keeps its words', () => {
    expect(textIn('en', movement(3)).form.groupAnswered('Monthly Market')).toBe(
      'Monthly Market (answered this quarter)',
    )
  })
})

describe('how old a record may be', () => {
  test.each([
    ['fr', 1, '31 à 90 jours', 'plus de 90 jours, ou jamais', 'depuis moins de trois mois'],
    ['fr', 3, '3 à 5 mois', 'plus de 5 mois, ou jamais', 'depuis moins de 5 mois'],
    ['fr', 12, '12 à 14 mois', 'plus de 14 mois, ou jamais', 'depuis moins de 14 mois'],
    ['en', 1, '31 to 90 days', 'over 90 days, or never', 'in the last three months'],
    ['en', 2, '2 to 4 months', 'over 4 months, or never', 'in the last 4 months'],
    ['en', 12, '12 to 14 months', 'over 14 months, or never', 'in the last 14 months'],
  ] as const)('in %s, with an update every %i months', (language, every, between, late, lately) => {
    const { overview, network } = textIn(language, movement(every)).dashboard
    expect(overview.band.quarter).toBe(between)
    expect(overview.band.late).toBe(late)
    expect(overview.freshSays(0.5, 'Lieu', 0.4)).toContain(lately)
    expect([30, 90, 180].map(network.within).join()).toMatch(every === 1 ? /^30 [jd]/ : /^(\d+ mo\w+,?)+$/)
  })

  test('what people who come are counted by stays as it is', () => {
    const put = putterFor(movement(12).nouns, 'en') ?? expect.fail('nothing is put')
    const counted = 'Roughly: the people who came at least once in the last three months.'
    expect(put(counted)).toBe(counted)
  })
})
