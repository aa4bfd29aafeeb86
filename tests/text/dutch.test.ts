import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { listOriginals } from '#scripts/language/originals.ts'
import { kinds } from '#shared/mail/kinds.ts'
import { nl } from '#shared/text/nl/language.ts'
import { type Sentence, valuesNamed } from '#shared/text/sentence.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { groupUid } from '#tests/support/movement.ts'
import { startWorld, startWorldInWorkerd, type World, type WorldOptions } from '#tests/support/world.ts'

/** Every text that stands in a value, however deep. Of a function, its source. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function')
    return [...String(value).matchAll(/'([^']*)'|`([^`]*)`/g)].map(([, a, b]) => a ?? b ?? '')
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe('the words of Dutch', () => {
  const texts = textsIn(nl).map((text) => text.replace(/\$\{[^}]*\}?/g, 'x'))

  test('have no space before : ; ? !, typographic quotes, and say “je”, not “u”', () => {
    expect(texts.length).toBeGreaterThan(700)
    expect(texts.filter((text) => /\S[ \u00a0][:;?!](\s|$)/.test(text))).toEqual([])
    expect(texts.filter((text) => /\w'\w/.test(text))).toEqual([])
    expect(texts.filter((text) => /\b(u|uw)\b/i.test(text))).toEqual([])
  })

  test('name in each mail the values that the French sentence names, all of them', () => {
    const differing = Object.entries(kinds).flatMap(([kind, { words }]) =>
      Object.entries(nl.mails?.[kind] ?? {}).flatMap(([key, sentence]) => {
        const original = words.fr[key] as Sentence
        const isSame = [...valuesNamed(original)].sort().join() === [...valuesNamed(sentence)].sort().join()
        return isSame ? [] : [`${kind}.${key}`]
      }),
    )
    expect(differing).toEqual([])
  })

  test('are asked for, each of them: none stands for a sentence that is gone', async () => {
    const { translationState } = await import('#scripts/language/translation-state.ts')
    expect(translationState(nl, {}).unused).toEqual([])
    expect(listOriginals().size).toBeGreaterThan(2000)
  })

  test('count: one person, several people', () => {
    const { form, find } = nl.text
    expect(find?.groups?.(1)).toBe('1 groep')
    expect(find?.groups?.(1200)).toBe('1.200 groepen')
    expect(form?.invites?.(['Lou'], 1)).toContain('Lou en 1 andere persoon')
    expect(form?.invites?.(['Lou', 'Sam'], 3)).toContain('Lou, Sam en 3 andere personen')
  })
})

const bilingual: WorldOptions = {
  fixed: {
    ...sample,
    languages: ['fr', 'nl'],
    sender: { ...sample.sender, names: { nl: 'Archipel, het netwerkteam' } },
  },
  towns: { Gent: ['Lou', 'Sam'] },
  round: '2026-12',
  sends: true,
}
const hosts: Readonly<Record<string, () => Promise<Omit<World, 'trips'>>>> = {
  'on one machine': () => startWorld(bilingual),
  'on Cloudflare': () => startWorldInWorkerd(bilingual),
}

describe.each(Object.entries(hosts))('somebody who chooses Dutch %s', (_, start) => {
  let world: Omit<World, 'trips'>
  beforeAll(async () => {
    world = await start()
  })
  afterAll(() => world.stop())

  test('reads, saves and is written to in Dutch, a year long', async () => {
    const link = await world.linkOf('Lou')
    const french = await open(link)
    expect(french.html).toContain('<html lang="fr">')
    const chosen = await submit(french, { to: 'nl' }, `${link}/language`)
    expect(textOf(chosen)).toContain('We gaan verder in het Nederlands')
    expect(await world.db.prepare('SELECT language FROM person').first('language')).toBe('nl')

    const typed = (values: Record<string, string>) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [`${groupUid('Gent')}.${name}`, value]))
    const section = await open(`${link}/${groupUid('Gent')}/identity`)
    expect(section.html).toContain('<html lang="nl">')
    expect(textOf(section)).toContain('Deze pagina is van Archipel, het netwerkteam.')
    const refused = await submit(section, typed({ active_members: 'een beetje' }))
    expect(textOf(refused)).toContain('Actieve mensen: schrijf')
    const saved = await submit(section, typed({ active_members: '15', founded_on: '3 mei 2019' }))
    expect(textOf(saved)).toContain('Opgeslagen')
    const group = 'SELECT active_members, founded_on FROM local_group'
    expect(await world.db.prepare(group).first()).toEqual({ active_members: 15, founded_on: '2019-05-03' })
    expect(textOf(await open(`${link}/${groupUid('Gent')}`))).toContain('Wat we weten')

    for (let month = 12; month < 25; month += 1) {
      const day = `${2026 + Math.floor(month / 12.5)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`
      for (const at of ['08T10:00:00', '20T10:00:00', '28T10:00:00']) await world.tick(new Date(`${day}-${at}Z`))
    }
    const messages = await world.mailbox.messages.list()
    const subjects = messages.map(({ subject }) => subject)
    expect(subjects).toContain('Archipel Gent: je aanpassing is opgeslagen')
    expect(subjects.filter((subject) => subject === 'Archipel Gent: klopt alles nog?').length).toBeGreaterThan(9)
    expect(subjects).toContain('Archipel Gent: laatste herinnering, zijn jullie er nog?')
    const toLou = messages.filter(({ to }) => to[0]?.address === 'lou@example.org')
    expect(toLou.filter(({ headers }) => headers['content-language'] !== 'nl')).toEqual([])
    expect(new Set(toLou.map(({ from }) => from[0]?.name))).toEqual(new Set(['Archipel, het netwerkteam']))
  })

  test('has the others of the group written to in Dutch, as long as they have chosen nothing', async () => {
    const messages = await world.mailbox.messages.list()
    const toSam = messages.filter(({ to }) => to[0]?.address === 'sam@example.org')
    expect(toSam.length).toBeGreaterThan(9)
    expect(toSam.filter(({ headers }) => headers['content-language'] !== 'nl')).toEqual([])
    expect(await world.db.prepare(`SELECT language FROM person WHERE name = 'Sam'`).first('language')).toBeNull()
  })
})
