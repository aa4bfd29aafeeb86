import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import { defineMovement, movementOf } from '#shared/movement.ts'
import { type SettingFault, SettingsError } from '#shared/settings/faults.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { settingFaults } from '#shared/text/fr/setting-faults.ts'
import { type Checkout, makeCheckout } from '#tests/support/checkout.ts'
import { startProgram } from '#tests/support/program.ts'

const right = {
  name: 'Archipel',
  website: 'https://archipel.example.org',
  languages: ['fr'],
  timeZone: 'Europe/Paris',
  country: 'FR',
  sender: { name: 'Archipel', address: 'a@example.org', replyTo: 'a@example.org' },
  coordinators: [{ name: 'Camille', email: 'Camille@Example.org' }],
  calendar: {
    opens: { weekday: 'tuesday', nth: 1 },
    at: '09:00',
    sequence: { reminders: [7, 14], end: 21 },
  },
} as const

/** What is wrong with this configuration. */
function faultsOf(changes: object): readonly SettingFault[] {
  try {
    movementOf(defineMovement({ ...structuredClone(right), ...changes } as unknown as SomeSettings))
    return []
  } catch (error) {
    return (error as SettingsError).faults
  }
}

/** The same in English, a line each. */
const faults = (changes: object) => {
  const found = faultsOf(changes)
  return found.length > 0 ? new SettingsError(found).message.split('\n').slice(1) : []
}

const { calendar } = right
const lists = (...keys: string[]) => ({ lists: keys.map((key) => ({ key, label: { fr: 'x' } })) })
/** One at least of everything that can be said. */
const allFaults: readonly object[] = [
  { country: undefined },
  { calender: {} },
  { name: 3 },
  { name: '' },
  { coordinators: 'lou' },
  { coordinators: [] },
  { coordinators: [{ name: 'Lou', email: 'lou' }] },
  { coordinators: [{ name: 'Lou', email: 'lou@example.org', regions: [] }] },
  { coordinators: [{ name: '', email: 'lou@example.org' }] },
  { languages: ['de'] },
  { languages: [] },
  { timeZone: 'Paris' },
  { website: 'example' },
  { country: 'France' },
  { sender: 'x' },
  { caps: { hour: 0 } },
  { caps: { hour: 1.5 } },
  { caps: { hour: 'x' } },
  lists('Annonces'),
  { lists: [{ key: 'a', label: { fr: '{x}' } }] },
  ...[
    { key: 'a', type: 'choice' },
    { key: 'a', type: 'text', figure: { fr: 'x' } },
    { key: 'a', section: 'activities', type: 'text', audience: 'consent' },
    { key: 'a', type: 'choice', options: ['b', 'b'].map((key) => ({ key, label: { fr: 'x' } })) },
  ].map((question) => ({ questions: [{ label: { fr: 'x' }, ...question }] })),
  { questions: ['a', 'a'].map((key) => ({ key, type: 'text', label: { fr: 'x' } })) },
  { sections: ['identity'] },
  { sections: ['identity', 'referents', 'identity'] },
  { sections: ['identity', 'referents', 'meetings'] },
  lists('a', 'a'),
  lists(...Array.from({ length: 31 }, (_, index) => `l${index}`)),
  { calendar: { ...calendar, at: '9' } },
  { calendar: { ...calendar, opens: { weekday: 'mardi', nth: 1 } } },
  { calendar: { ...calendar, sequence: { reminders: [15, 14], end: 21 } } },
  { calendar: { ...calendar, sequence: { reminders: [7], end: 26 } } },
  { calendar: { ...calendar, sequence: { reminders: ['lundi'], end: 20 } } },
  { calendar: { ...calendar, skippedMonths: Array.from({ length: 12 }, (_, index) => index + 1) } },
  { calendar: { ...calendar, holidays: ['demain'] } },
  { calendar: { ...calendar, every: 5 } },
  { calendar: { ...calendar, linkGraceDays: 61 } },
]

describe('movement.config.ts', () => {
  test('that is right says nothing, and its addresses are in small letters', () => {
    expect(faults({})).toEqual([])
    expect(movementOf(defineMovement(right as unknown as SomeSettings)).coordinators[0]?.email).toBe(
      'camille@example.org',
    )
  })

  test.each<[title: string, changes: object, fault: string]>([
    ['a setting that is missing', { country: undefined }, '  country: is missing'],
    ['a setting that nobody knows', { calender: {} }, '  (the whole): unknown name: calender'],
    ['a number for a text', { name: 3 }, "  name: is not a text, as 'this'"],
    ['a text for a list', { coordinators: 'lou' }, "  coordinators: is not a list, as ['this']"],
    ['a language that we do not speak', { languages: ['de'] }, '  languages.0: write one of: fr, en, nl'],
    [
      'a time zone that is nowhere',
      { timeZone: 'Paris' },
      '  timeZone: this is not a time zone: write it as Europe/Paris',
    ],
    [
      'a day that no calendar has',
      { calendar: { ...right.calendar, opens: { weekday: 'mardi', nth: 1 } } },
      "  calendar.opens: write { weekday: 'tuesday', nth: 1 } (nth: 1 to 4), or { date: 5 } (1 to 31)",
    ],
    [
      'a reminder after the one that follows it',
      { calendar: { ...right.calendar, sequence: { reminders: [15, 14], end: 21 } } },
      '  calendar.sequence: each step comes after the one before it, and the end after them all',
    ],
  ])('says in words about %s what it is', (_, changes, fault) => {
    expect(faults(changes)).toEqual([fault])
  })

  test('says each of them in French too', () => {
    const said = allFaults.flatMap((changes) => faultsOf(changes))
    expect(said.length).toBeGreaterThan(allFaults.length - 1)
    for (const { what } of said) expect(settingFaults, what).toHaveProperty([what])
  })

  test('says all its faults at once', () => {
    expect(faults({ name: 3, country: 'France' })).toHaveLength(2)
  })
})

describe('npm run check-config', () => {
  let checkout: Checkout
  beforeAll(async () => {
    checkout = await makeCheckout('movement.config.ts')
  })
  afterAll(() => checkout.remove())

  /** Runs it in a checkout whose configuration is this. */
  async function checkConfig(source: string | Buffer): Promise<{ code: number | string; said: string }> {
    await checkout.write('movement.config.ts', source)
    const program = startProgram('check-config', [], checkout.options)
    return { code: await program.ended, said: program.said() }
  }
  const source = readFileSync(join(root, 'sample/movement.config.ts'), 'utf8')

  test('says that it is right, and when the next round is', async () => {
    const { code, said } = await checkConfig(source)
    expect(said).toMatch(
      /is correct\. Its movement: Archipel\.\n\nWhat groups will be asked[\s\S]*Trainings: Theme\*, [\s\S]*The next dates:\n( {2}\w+, [^\n]*: [^\n]*\n){6}$/,
    )
    expect(code).toBe(0)
  })

  test.each<[title: string, from: RegExp, to: string, words: string]>([
    ['a comma that was lost', /'Archipel',/, "'Archipel'", 'line 6: Expected'],
    ['a name without quotes', /'Archipel',/, 'Archipel,', 'line 5: Archipel is not defined'],
    [
      'a column that leads nowhere',
      /'Date de création'/,
      "'Naissance'",
      'headings: "Naissance" is not a heading of Relance',
    ],
    ['a value that is impossible', /Europe\/Paris/, 'Europe/Pari', 'timeZone: this is not a time zone'],
    ['nothing at all', /[\s\S]+/, '', 'it exports nothing: it has to end with "export default defineMovement('],
    ['a movement that it does not hand on', /export default/, 'const ours =', 'it exports nothing'],
  ])('says where it has %s, without a stack', async (_, from, to, words) => {
    const { code, said } = await checkConfig(source.replace(from, to))
    expect(said).toContain('movement.config.ts needs a correction:\n')
    expect(said).toContain(words)
    expect(said).not.toMatch(/\n +at /)
    expect(code).toBe(1)
  })

  test.each<['latin1' | 'utf16le']>([['latin1'], ['utf16le']])(
    'refuses a file in %s: a name would lose its accents',
    async (encoding) => {
      const { code, said } = await checkConfig(
        Buffer.from(source.replace("'Archipel'", "'L’été'".replace('’', "\\'")), encoding),
      )
      expect(said).toMatch(/movement\.config\.ts is not in UTF-8/)
      expect(code).toBe(1)
    },
  )

  test('reads a file, and an .env, with the mark that Windows puts before them', async () => {
    await checkout.write('.env', '\ufeffLC_ALL=fr_FR.UTF-8\r\nPORT=1\r\n')
    const { said } = await checkConfig(`\ufeff${source.replaceAll('\n', '\r\n')}`)
    expect(said).toMatch(/est juste\s: c’est celui d’Archipel/)
  })
})
