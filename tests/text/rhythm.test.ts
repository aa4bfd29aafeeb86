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
