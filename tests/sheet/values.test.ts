import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRow } from '#shared/sheet/read-row.ts'
import { peopleIn } from '#shared/sheet/values/people.ts'
import { type Planned, planOf, sheetOf } from '#tests/support/sheets.ts'

const problems = ({ plans, refused }: Planned) =>
  [...plans.flatMap(({ faults }) => faults), ...refused].map(({ fault }) => fault.problem.code)
const notes = ({ plans }: Planned) => plans.flatMap((plan) => plan.notes.map(({ note }) => note))
const groups = ({ plans }: Planned) => plans.map(({ after }) => after.group[0])
const memberships = ({ plans }: Planned) =>
  plans.flatMap(({ after }) => after.referents.map(({ name, email, phone }) => [name, email, phone]))

describe('a state', () => {
  const stateOf = async (heading: string, cell: string) => {
    const planned = await planOf([`Groupe;Ville;${heading}\nPau;Pau;${cell}\n`])
    return [groups(planned)[0]?.state, ...problems(planned)]
  }
  test.each([
    ['inactif', 'asleep'],
    ['Inactive', 'asleep'],
    ['en pause', 'asleep'],
    ['En sommeil depuis mars 2023', 'asleep'],
    ['dormant', 'asleep'],
    ['en veille', 'asleep'],
    ['pas actif', 'asleep'],
    ['fermé', 'closed'],
    ['Fermée définitivement', 'closed'],
    ['dissous', 'closed'],
    ['retired on 2020-01-01', 'closed'],
    ['prospective', 'starting'],
    ['en cours de création', 'starting'],
    ['actifs', 'active'],
    ['Actif·ve', 'active'],
    ['ACTIVE', 'active'],
  ])('%s is understood', async (cell, state) => {
    expect(await stateOf('Statut', cell)).toEqual([state])
  })

  test.each(['actif ?', '?', 'à vérifier', 'moribond', 'actif mais en pause', 'fermé puis actif', 'N/A', 'oui'])(
    '%s is not, and nobody there is written to',
    async (cell) => {
      expect(await stateOf('Statut', cell)).toEqual(['asleep', 'state_unknown'])
    },
  )

  test.each([
    ['Fermé ?', 'oui', ['closed']],
    ['Fermé ?', 'non', ['active']],
    ['Date de fermeture', '12/03/2024', ['closed']],
    ['Date de dissolution', '2023', ['closed']],
    ['Inactif', 'x', ['asleep']],
    ['Inactif', '✗', ['active']],
    ['En sommeil', 'depuis mars 2024', ['asleep']],
    ['Date de fermeture', 'bientôt ?', ['asleep', 'state_unknown']],
  ])('is said by %s: %s', async (heading, cell, expected) => {
    expect(await stateOf(heading, cell)).toEqual(expected)
  })

  test('that says active beside a day on which it closed is asked about', async () => {
    const planned = await planOf(['Groupe;Ville;Statut;Fermé le\nPau;Pau;actif;2024\nLyon;Lyon;actif;\n'])
    expect(groups(planned).map((group) => group?.state)).toEqual(['asleep', 'active'])
    expect(problems(planned)).toEqual(['state_unknown'])
  })

  test('may stand behind the name of its group', async () => {
    const planned = await planOf(['Groupe;Ville\nPau (fermé);Pau\nTamoios "prospective";Nice\nLens (Nord);Lens\n'])
    expect(groups(planned).map((group) => group?.state)).toEqual(['closed', 'starting', 'active'])
  })

  test('may be yes or no where the heading asks whether the group is active', async () => {
    expect(await stateOf('Actif ?', 'oui')).toEqual(['active'])
    expect(await stateOf('Actif', 'non')).toEqual(['asleep'])
  })

  test('of a group that we know stays where the sheet says something that we do not understand', async () => {
    const known = (await planOf(['Groupe;Ville;Statut\nPau;Pau;actif\n'])).plans.map(({ after }) => after)
    const { plans } = await planOf(['Groupe;Ville;Statut\nPau;Pau;moribond\n'], known)
    expect(plans.flatMap(({ changes }) => changes)).toEqual([])
  })
})

describe('a row that is no group makes none', () => {
  test('sums, titles, remarks, signs and headings again', async () => {
    const rows = [
      'Pau;Pau;12',
      'TOTAL;;47',
      'Sous-total;;3',
      'ÎLE-DE-FRANCE;;',
      'Groupe;Ville;Membres',
      '---;;',
      '* à vérifier;;',
      'NB : mis à jour en mars;;',
      '?;-;',
      'Paris;Paris;3',
    ]
    const planned = await planOf([`Groupe;Ville;Membres\n${rows.join('\n')}\n`])
    expect(groups(planned).map((group) => group?.name)).toEqual(['Pau', 'Paris'])
    expect(problems(planned)).toEqual([])
    expect(planned.leftOut.map(({ why }) => why)).toEqual([
      'total',
      'total',
      'title',
      'headings',
      'nothing',
      'nothing',
      'remark',
      'nothing',
    ])
  })

  test('and what stands under a title of the past is not written to', async () => {
    const planned = await planOf([
      'Groupe;Ville;Mail réf 1\nPau;Pau;a@example.org\nGROUPES FERMÉS;;\nNice;Nice;b@example.org\nEn sommeil :;;\nLens;Lens;c@example.org\n',
    ])
    expect(groups(planned).map((group) => group?.state)).toEqual(['active', 'closed', 'asleep'])
  })
})

describe('a cell that says nothing', () => {
  test.each([
    'N/A',
    '-',
    '?',
    'à compléter',
    'A COMPLETER',
    'néant',
    'aucun',
    'ancien : Léa Roy',
    'ex-référente : Léa',
    'TBD',
    '…',
  ])('%s is nothing, in any column', async (cell) => {
    const planned = await planOf([
      `Groupe;Ville;Code postal;Création;Membres;Site;Commentaires;Référent 1;Mail réf 1;Tél réf 1\nPau;Pau${`;${cell}`.repeat(8)}\n`,
    ])
    expect([problems(planned), memberships(planned)]).toEqual([[], []])
    expect(groups(planned)[0]).toMatchObject({
      postcode: null,
      founded_on: null,
      active_members: null,
      website: null,
      note: null,
    })
  })
})

describe('a value', () => {
  const taken = async (heading: string, cell: string, field: string, others = '') => {
    const planned = await planOf([`Groupe;Ville;${heading}\nPau;Pau;${cell}\n${others}`])
    return (groups(planned)[0] as Record<string, unknown>)[field] ?? problems(planned)[0]
  }
  test.each([
    ['Membres', '12.0', 12],
    ['Membres', '20+', 20],
    ['Membres', '10 à 15', 12],
    ['Membres', 'entre 10 et 15', 12],
    ['Membres', '1 200', 1200],
    ['Membres', 'beaucoup', 'number_unreadable'],
  ])('%s: %s', async (heading, cell, value) => {
    expect(await taken(heading, cell, 'active_members')).toBe(value)
  })
  test.each([
    ['01/02/2019 10:30', '2019-02-01'],
    ['2019-02-01T10:30:00Z', '2019-02-01'],
    ['févr-19', '2019-02-01'],
    ['févr-59', '2059-02-01'],
    ['févr-60', '1960-02-01'],
    ['43497', '2019-02-01'],
    ['2019.0', '2019-01-01'],
    ['1er mars 2019', '2019-03-01'],
  ])('a day: %s', async (cell, value) => {
    expect(await taken('Création', cell, 'founded_on')).toBe(value)
  })
  test.each([
    ['févr-59', '1959-02-01'],
    ['01/02/59', '1959-02-01'],
    ['févr-26', '2026-02-01'],
    ['déc-26', 'day_to_come'],
    ['févr-37', '1937-02-01'],
    ['01/02/2059', 'day_to_come'],
    ['01/12/2026', 'day_to_come'],
    ['30/11/2026', '2026-11-30'],
  ])('no group was founded in what is to come: %s', async (cell, value) => {
    const sheet = { ...(await sheetOf(`Groupe;Ville;Création\nPau;Pau;${cell}\n`)), today: '2026-11-30' }
    const row = sheet.rows[0] ?? expect.fail()
    const { own, faults } = readRow({ sheet, row })
    expect(own.founded_on ?? faults[0]?.problem.code).toBe(value)
  })
  test('a day with the month first, where its column shows it', async () => {
    expect(await taken('Création', '02/03/2019', 'founded_on', 'Nice;Nice;12/25/2019\n')).toBe('2019-02-03')
    expect(await taken('Création', '02/03/2019', 'founded_on', 'Nice;Nice;12/25/2019\nLens;Lens;25/12/2019\n')).toBe(
      'day_order_unknown',
    )
  })
  test.each([
    ['64000 Pau', '64000'],
    ['64000.0', '64000'],
    ['F-64000', '64000'],
    ['6,4E+04', 'number_shortened'],
  ])('a postal code: %s', async (cell, value) => {
    expect(await taken('Code postal', cell, 'postcode')).toBe(value)
  })
  test.each([['#N/A'], ['#VALEUR !'], ['Err:502']])('a failed formula: %s', async (cell) => {
    expect(await taken('Commentaires', cell, 'note')).toBe('spreadsheet_error')
  })
  test('with letters that a program lost is asked about', async () => {
    expect(await taken('Commentaires', 'Orl\uFFFDans', 'note')).toBe('letters_lost')
  })
})

describe('whom a row names', () => {
  const row = (name: string, mail: string, phone = '') =>
    planOf([`Groupe;Ville;Référent 1;Mail réf 1;Tél réf 1\nPau;Pau;"${name}";"${mail}";"${phone}"\n`])
  test.each([
    ['Léa Roy', 'r&d@example.org', 'r&d@example.org'],
    ['Léa Roy', 'o’neil@example.org', "o'neil@example.org"],
    ['Léa Roy', 'lea@example.org.', 'lea@example.org'],
    ['Léa Roy', 'lea@école.example', 'lea@xn--cole-9oa.example'],
  ])('an address: %s %s', async (name, mail, email) => {
    expect(memberships(await row(name, mail))).toEqual([[name, email, null]])
  })
  test.each([
    ['gmail.con', 'lea@gmail.con', 'email_slip'],
    ['a host with a slip', 'lea@gmial.com', 'email_slip'],
    ['an accent', 'léa@example.org', 'email_not_ascii'],
  ])('an address with %s is asked about, and not written to', async (_, mail, code) => {
    const planned = await row('Léa Roy', mail)
    expect([memberships(planned), problems(planned)]).toEqual([[], [code]])
  })
  test('a number that lacks or has too many digits is a cell to mend', async () => {
    for (const phone of ['06 12 34 56 7', '06 12 34 56 78 9', '6,12E+08']) {
      const planned = await row('Léa', 'lea@example.org', phone)
      expect(memberships(planned)).toEqual([['Léa', 'lea@example.org', null]])
      expect(problems(planned)).toHaveLength(1)
    }
  })
  test('somebody with a number and no address is called, not written to, and found again', async () => {
    const planned = await row('Lou', '', '06 12 34 56 78')
    expect(memberships(planned)).toEqual([['Lou', null, '+33612345678']])
    expect(notes(planned)).toContainEqual({ code: 'called', name: 'Lou' })
    const again = await planOf(
      ['Groupe;Ville;Référent 1;Tél réf 1\nPau;Pau;LOU;06.12.34.56.78\n'],
      planned.plans.map(({ after }) => after),
    )
    expect(again.plans.flatMap(({ changes }) => changes)).toEqual([])
  })
  test.each([
    ['a civility', 'Mme Léa Roy', 'lea@example.org', [['Léa Roy', 'lea@example.org', null]]],
    ['what they do', 'Léa Roy (trésorière)', 'lea@example.org', [['Léa Roy', 'lea@example.org', null]]],
    ['their family name first', 'ROY, Léa', 'lea@example.org', [['Léa ROY', 'lea@example.org', null]]],
    [
      'an address and a number in it',
      'Léa Roy lea@example.org 06 12 34 56 78',
      '',
      [['Léa Roy', 'lea@example.org', '+33612345678']],
    ],
    [
      'two people, each with an address',
      'Léa Roy et Sam Petit',
      'lea@example.org ; sam@example.org',
      [
        ['Léa Roy', 'lea@example.org', null],
        ['Sam Petit', 'sam@example.org', null],
      ],
    ],
    ['one with two addresses', 'Léa Roy', 'lea@example.org, roy@example.net', [['Léa Roy', 'lea@example.org', null]]],
    ['two people with one address', 'Léa Roy et Sam Petit', 'lea@example.org', []],
    ['two people whose addresses are another’s', 'Léa Roy / Sam Petit', 'sam@example.org ; lea@example.org', []],
    ['somebody who has left', 'Léa Roy (a quitté le groupe)', 'lea@example.org', []],
  ])('a cell with %s is taken apart or asked about', async (_, name, mail, expected) => {
    const planned = await row(name, mail)
    expect(memberships(planned)).toEqual(expected)
    if (expected.length === 0) expect(problems(planned)).toHaveLength(1)
  })
  test('an address without a name that is somebody’s of the row is another one of theirs, and it is said', async () => {
    const planned = await planOf([
      'Groupe;Ville;Référent 1;Mail réf 1;Mail réf 2\nPau;Pau;Léa Roy;lea@example.org;lea.roy@example.net\n',
    ])
    expect(memberships(planned)).toEqual([['Léa Roy', 'lea@example.org', null]])
    expect(notes(planned)).toContainEqual({ code: 'beyond', name: 'Léa Roy', said: 'lea.roy@example.net' })
  })
  test('capitals or small letters throughout rename nobody, an accent does', async () => {
    const known = (await row('Lea Roy', 'lea@example.org')).plans.map(({ after }) => after)
    const again = async (name: string) =>
      (await planOf([`Groupe;Ville;Référent 1;Mail réf 1\nPAU;PAU;${name};lea@example.org\n`], known)).plans.flatMap(
        ({ changes }) => changes,
      )
    expect(await again('LEA ROY')).toEqual([])
    expect(await again('lea roy')).toEqual([])
    expect(await again('Léa Roy')).toEqual([expect.objectContaining({ field: 'name', after: 'Léa Roy' })])
  })
  test('nobody is made of anything that people type into a cell', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', ',', ';', '/', '(', ')', '@', '.', '1', '\n', '&', 'et '),
    })
    fc.assert(
      fc.property(texts, texts, texts, (name, email, phone) => {
        const { people = [] } = { people: undefined, ...peopleIn({ name, email, phone }) }
        const messages = (text: string) => text.replace(/[^a-zé1@.]/g, '')
        for (const person of people) expect(messages(name + email)).toContain(messages(person.email))
      }),
      { numRuns: 300 },
    )
  })
})

test('what a cell means may be said once, for a heading', async () => {
  const { kindsWith } = await import('#tests/support/sheets.ts')
  const text = 'Groupe;Ville;Statut\nPau;Pau;en jachère\n'
  expect(groups(await planOf([text]))[0]?.state).toBe('asleep')
  const said = await planOf([text], [], {}, kindsWith({ 'Statut = en jachère': 'actif' }))
  expect([groups(said)[0]?.state, problems(said)]).toEqual(['active', []])
})

describe('whom a cell names', () => {
  const referent = (name: string, email = 'x@example.org') =>
    peopleIn({ name, email, phone: '' }) as { people?: { name: string; email: string; role: string | null }[] } & {
      problem?: { code: string }
    }
  test.each([
    ['Léa Roy, trésorière', 'Léa Roy', 'trésorière'],
    ['Présidente : Léa Roy', 'Léa Roy', 'Présidente'],
    ['Léa Roy - référente', 'Léa Roy', 'référente'],
    ['ROY, Léa', 'Léa ROY', null],
    ['DE LA TOUR, Jean', 'Jean DE LA TOUR', null],
    ['Léa Roy*', 'Léa Roy', null],
    ['Léa Roy / ', 'Léa Roy', null],
  ])('%s is %s', (cell, name, role) => {
    expect(referent(cell).people).toEqual([expect.objectContaining({ name, role })])
  })

  test.each([
    'Léa Roy, Sam Vu',
    'Léa Roy - Sam Vu',
    'Léa Roy puis Sam Vu',
    '1. Léa Roy 2. Sam Vu',
    'Pdte : Léa Roy / Trés : Sam Vu',
    'Léa Roy, Sam Vu et Lou Petit',
  ])('%s is several people, who are asked about', (cell) => {
    expect(referent(cell).problem?.code).toBe('several_people')
  })

  test.each(['Léa Roy ?', 'voir Lyon', 'cf. Pau', 'même que Lyon', 'peut-être Léa', '(Léa Roy)', 'idem Lyon'])(
    '%s is nobody for sure',
    (cell) => {
      expect(referent(cell).problem?.code).toBe('person_doubtful')
    },
  )

  test.each(['vacant', 'ancien : Léa Roy', 'pas de référent', 'en recherche'])(
    '%s beside an address: it was somebody’s, and nobody is written to by it',
    async (cell) => {
      const planned = await planOf([`Groupe;Ville;Référent 1;Mail réf 1\nPau;Pau;${cell};lea@example.org\n`])
      expect(memberships(planned)).toEqual([])
      expect(problems(planned)).toEqual(['person_doubtful'])
    },
  )

  test('of several addresses of one person, that in which they are named is theirs', () => {
    expect(referent('Léa Roy', 'sam@example.org; lea@example.org').people?.[0]?.email).toBe('lea@example.org')
    expect(referent('Léa Roy lea.roy@example.net').people?.[0]?.email).toBe('lea.roy@example.net')
    expect(referent('Léa Roy', "'lea@example.org'").people?.[0]?.email).toBe('lea@example.org')
    expect(referent('Léa Roy', 'lea@example.org -> sam@example.org').problem?.code).toBe('person_doubtful')
  })
})

describe('two rows of one name', () => {
  test.each([
    ['Groupe;CP;Mail réf 1', 'Saint-Denis;93200;a@example.org', 'Saint-Denis;97400;b@example.org'],
    [
      'Groupe;Email du groupe;Mail référent',
      'Villeneuve;v@example.org;a@example.org',
      'Villeneuve;w@example.org;b@example.org',
    ],
    ['Groupe;Site;Mail référent', 'Centre;https://a.example;a@example.org', 'Centre;https://b.example;b@example.org'],
  ])('are not made one where they differ: %s', async (headings, one, other) => {
    const planned = await planOf([`${headings}\n${one}\n${other}\n`])
    const written = planned.plans.filter(({ changes }) => changes.length > 0)
    expect(written).toHaveLength(1)
    expect(problems(planned)).toEqual([expect.stringMatching(/^(group_differs|name_taken)$/)])
    expect(planned.plans[0]?.after.referents.map(({ email }) => email)).toEqual(['a@example.org'])
  })
})

test.each([
  ['fr-BE', 'fr', []],
  ['EN (UK)', 'en', []],
  ['néerl.', 'nl', []],
  ['FR-NL', undefined, ['language_unknown']],
  ['fr/nl', undefined, ['language_unknown']],
])('somebody reads %s', async (cell, language, expected) => {
  const planned = await planOf([`Groupe;Ville;Référent 1;Mail réf 1;Langue\nPau;Pau;Léa;lea@example.org;${cell}\n`])
  expect(notes(planned).find(({ code }) => code.startsWith('language'))).toEqual(
    language === undefined ? undefined : expect.objectContaining({ language }),
  )
  expect(problems(planned)).toEqual(expected)
})

test.each(['Totaal;;32', 'Subtotal;;32', ';Sous-total Bretagne;17', ';;Total général'])(
  'a sum is no group: %s',
  async (row) => {
    const planned = await planOf([`Groupe;Ville;Membres\nPau;Pau;12\n${row}\n`])
    expect(groups(planned).map((group) => group?.name)).toEqual(['Pau'])
    expect(planned.leftOut.map(({ why }) => why)).toEqual(['total'])
  },
)

test('a name that lost its letters to question marks is asked about', async () => {
  const planned = await planOf([
    'Groupe;Ville;Mail réf 1\nOrl?ans;Orl?ans;zoe@example.org\nQui vient ?;Pau;a@example.org\n',
  ])
  expect(groups(planned).map((group) => group?.name)).toEqual(['Qui vient ?'])
  expect(problems(planned)).toEqual(['letters_lost'])
})

test.each(['20+', '~20', '20 environ', 'env. 20'])(
  'a number that is said roughly is read, and said: %s',
  async (cell) => {
    const planned = await planOf([`Groupe;Ville;Membres\nPau;Pau;${cell}\nLyon;Lyon;1 200\n`])
    expect(groups(planned).map((group) => group?.active_members)).toEqual([20, 1200])
    expect(notes(planned).filter(({ code }) => code === 'understood')).toEqual([
      { code: 'understood', field: 'active_members', from: cell, to: 20 },
    ])
  },
)

test.each([
  ['Ne pas contacter', 'x'],
  ['Ne plus contacter ?', 'oui'],
  ['Désinscrit', '12/03/2025'],
  ['Unsubscribed', 'TRUE'],
  ['Ne pas contacter;Désinscrit', 'non;oui'],
  ['Mail valide ?', 'non'],
  ['Valid email', 'no'],
])('whoever is not to be written to is nobody’s referent until somebody says so: %s', async (heading, cell) => {
  const others = heading.includes('valid') || heading.includes('Valid') ? 'oui' : heading.replace(/[^;]+/g, '')
  const sheet = `Groupe;Ville;Référente;Mail référente;${heading}`
  const planned = await planOf([
    `${sheet}\nPau;Pau;Léa;lea@example.org;${cell}\nLyon;Lyon;Sam;sam@example.org;${others}\n`,
  ])
  expect(memberships(planned)).toEqual([['Sam', 'sam@example.org', null]])
  expect(problems(planned)).toEqual(['person_refuses'])
})

test.each([
  ['Groupe;Ville;Remarques', 'Pau;Pau;groupe dissous en 2022', 'closed'],
  ['Groupe;Ville;Remarques', 'Pau;Pau;dissous, puis relancé', 'active'],
  ['Groupe;Ville;Remarques;Statut', 'Pau;Pau;en pause en 2020;actif', 'active'],
  ['Groupe;Ville;Membres', 'Pau (n’existe plus);Pau;12', 'asleep'],
  ['Groupe;Ville;Actif (O/N)', 'Pau;Pau;N', 'asleep'],
])('how a group does is read where it stands: %s, %s', async (headings, row, state) => {
  const planned = await planOf([`${headings}\n${row}\n`])
  expect(groups(planned)[0]?.state).toBe(state)
})

test('a department of an organisation is no part of a country', async () => {
  const planned = await planOf([
    'Group,Department,Lead,Lead email\nA,Communication,Lea,lea@example.org\nB,IT team,Sam,sam@example.org\n',
  ])
  expect(groups(planned).map((group) => group?.department)).toEqual([null, null])
})
