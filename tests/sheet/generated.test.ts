import { expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { columnsUnder } from '#shared/sheet/headings/columns.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { roughNumber } from '#shared/sheet/values/number.ts'
import { readState } from '#shared/sheet/values/state.ts'

// Headings and values as people vary them: each is understood as what it is or asked about, and never silently as something else

const kinds = sheetKinds(movement)
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')

/** So many that a few of them tell. */
const some = <Item>(all: readonly Item[]) => all.filter((_, index) => index % 7 === 0)

/** One text in the ways in which sheets write it. */
function written(text: string): string[] {
  const title = text.replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1))
  const ways = [
    text,
    text.toUpperCase(),
    title,
    bare(text),
    ` ${text} `,
    text.replaceAll(' ', '  '),
    `${text} :`,
    `${text} *`,
  ]
  return [...new Set([...ways, text.replaceAll(' ', '_'), text.replaceAll(' ', '-'), text.replaceAll(' ', '\n')])]
}

/** What a heading is taken for beside a group's name, a town and a first referent; `asked` when it is asked about, `ignored` when left alone. */
function meaning(heading: string, beside: readonly string[] = ['Groupe', 'Ville', 'Référent 1']): string {
  const headings = [...beside, heading]
  const { columns, unsure, ignored } = columnsUnder(kinds.of('groups'), headings, kinds)
  const said = heading
  if (unsure.includes(said)) return 'asked'
  if (ignored.includes(said)) return 'ignored'
  const at = headings.length - 1
  const column = columns.find(({ index, others }) => index === at || others.includes(at))
  return column ? `${column.part} ${column.field}${column.part === 'referent' ? ` ${column.number}` : ''}` : 'silent'
}

const whose = [
  'référent',
  'référente',
  'référent·e',
  'référent(e)',
  'réf',
  'responsable',
  'coordinateur',
  'coordinatrice',
  'organizer',
  'lead',
]
const fields = {
  email: ['mail', 'email', 'e-mail', 'courriel', 'adresse mail', 'adresse e-mail', 'mél'],
  phone: ['tél', 'téléphone', 'portable', 'mobile', 'numéro de téléphone', 'gsm'],
  name: ['nom', 'nom prénom', 'nom et prénom'],
} as const

const ofReferents = Object.entries(fields).flatMap(([field, said]) =>
  said.flatMap((what) =>
    whose.flatMap((who) =>
      [2, 3].flatMap((number) =>
        [
          `${what} ${who} ${number}`,
          `${who} ${number} ${what}`,
          `${what} ${number} ${who}`,
          `${what} du ${who} ${number}`,
          `${who} ${number} (${what})`,
          `${what} ${who} n°${number}`,
          `${number}. ${what} ${who}`,
          `${what} du ${number}e ${who}`,
        ].map((heading) => [heading, `referent ${field} ${number}`] as const),
      ),
    ),
  ),
)

test('what is a referent’s is theirs or asked about, in any order, with any number, in any letters', () => {
  const all = some(ofReferents.flatMap(([heading, wanted]) => written(heading).map((one) => [one, wanted] as const)))
  const wrong = all.flatMap(([heading, wanted]) => {
    const found = meaning(heading)
    return [wanted, 'asked', 'ignored'].includes(found) ? [] : [[heading, wanted, found]]
  })
  expect(wrong.slice(0, 40)).toEqual([])
  const understood = all.filter(([heading, wanted]) => meaning(heading) === wanted)
  expect(understood.length / all.length).toBeGreaterThan(0.95)
})

/** Addresses and numbers that are nobody's to whom we write. */
const others = [
  'ancien',
  'ex',
  'parent',
  'siège',
  'trésorier',
  'secrétariat',
  'presse',
  'mairie',
  'facturation',
  'donateur',
  'président',
  'fédération',
  'national',
  'urgence',
  'non valide',
  'à supprimer',
  'vérifié',
  'envoyé',
  'bounce',
  'avant 2019',
  'caché',
  'doublon',
]

test('what is of somebody or something else is never a referent’s', () => {
  const all = others.flatMap((word) =>
    [...fields.email, ...fields.phone].flatMap((what) =>
      [
        `${what} ${word}`,
        `${word} ${what}`,
        `${what} du ${word}`,
        `${what} ${word} référent`,
        `${what} de l’${word} référent`,
        `${what} référent ${word}`,
        `${what} référent 2 ${word}`,
        `${what} du référent ${word}`,
      ].flatMap(written),
    ),
  )
  const wrong = some(all).filter((heading) => meaning(heading).startsWith('referent'))
  const gone = ['ancien', 'ex', 'invalide', 'parti', 'HS', 'doublon'].flatMap((word) => [
    `Mail réf 1 (${word})`,
    `Tél référent [${word}]`,
  ])
  expect(gone.filter((heading) => meaning(heading).startsWith('referent'))).toEqual([])
  expect([...new Set(wrong)].slice(0, 60)).toEqual([])
})

const ofGroups: Readonly<Record<string, readonly string[]>> = {
  'own postcode': ['code postal', 'CP', 'zip code'],
  'own department': ['département', 'dept', 'n° de département', 'département (numéro)'],
  'own region': ['région', 'nom de la région'],
  'own state': ['statut', 'état', 'status', 'actif ?', 'actif / inactif', 'statut du groupe', 'état actuel'],
  'own founded_on': [
    'date de création',
    'année de création',
    'création',
    'créé en',
    'fondé en',
    'date de fondation',
    'founded',
  ],
  'own active_members': [
    'nb membres',
    'nombre de membres',
    'membres',
    'adhérents',
    'nb d’adhérents',
    'effectif',
    'nombre d’adhérents (env.)',
    'members',
  ],
  'own website': ['site web', 'site internet', 'url', 'website'],
  'own networks': ['facebook', 'page facebook', 'instagram', 'réseaux sociaux'],
  'own note': ['remarques', 'commentaires', 'observations', 'notes', 'divers'],
  'own latitude': ['latitude', 'lat'],
  'own longitude': ['longitude', 'lon', 'lng'],
  'own public_email': ['mail public', 'mail du groupe', 'email générique', 'adresse mail du groupe'],
}

test('what is a group’s is so, singular or plural, in any letters', () => {
  const wrong = Object.entries(ofGroups).flatMap(([wanted, said]) =>
    said.flatMap(written).flatMap((heading) => {
      const found = meaning(heading)
      return found === wanted ? [] : [[heading, wanted, found]]
    }),
  )
  expect(wrong.slice(0, 40)).toEqual([])
})

const states: Readonly<Record<string, readonly string[]>> = {
  active: [
    'actif',
    'active',
    'actifs',
    'actif·ve',
    'actif(ve)',
    'en activité',
    'ouvert',
    'active since 2019',
    'toujours actif',
    'groupe actif',
    'très actif',
  ],
  asleep: [
    'inactif',
    'inactive',
    'en pause',
    'dormant',
    'en veille',
    'en sommeil',
    'suspendu',
    'pas actif',
    'non actif',
    'plus actif',
    'not active',
    'on hiatus',
    'inactif depuis 2019',
    'mis en veille',
    'en pause depuis mars 2020',
  ],
  closed: [
    'fermé',
    'fermée',
    'dissous',
    'dissoute',
    'closed',
    'retired on 2019-03-01',
    'groupe dissous',
    'fermé depuis juin',
    'clôturé',
    'fermé définitivement',
    'disbanded',
  ],
  starting: [
    'en création',
    'en cours de création',
    'prospective',
    'en projet',
    'en construction',
    'en lancement',
    'starting',
  ],
}
const unclear = [
  'actif ?',
  'à voir',
  'moribond',
  'actif mais fermé',
  'ni actif ni fermé',
  'peut-être actif',
  'pas fermé',
  'presque fermé',
  'actif en 2017',
  'actif jusqu’en 2019',
  'bientôt fermé',
  'à fermer',
  'pas encore actif',
  'actif avant le covid',
  'à réactiver',
  'en voie de fermeture',
  'semi-actif',
  'réouvert',
  'était actif',
  'plus ou moins actif',
  'no longer active?',
  'inactif ?',
  'non',
  'oui',
]

test('a state is what it says or is asked about, in any letters', () => {
  const wrong = Object.entries(states).flatMap(([wanted, said]) =>
    said.flatMap(written).flatMap((cell) => {
      const found = readState(cell.trim(), false)
      return found === wanted ? [] : [[cell, wanted, found]]
    }),
  )
  expect(wrong.slice(0, 40)).toEqual([])
  const towards = unclear.flatMap(written).filter((cell) => {
    const found = readState(cell.trim(), false)
    return found === 'active' || found === 'starting'
  })
  expect(towards.slice(0, 40)).toEqual([])
})

test('a number that is said roughly is near what it says, and nothing else is one', () => {
  const said: readonly (readonly [string, number])[] = [
    ['12.0', 12],
    ['12,00', 12],
    ['20+', 20],
    ['+20', 20],
    ['> 20', 20],
    ['10 à 15', 12],
    ['10-15', 12],
    ['10 – 15', 12],
    ['entre 10 et 15', 12],
    ['de 10 à 15', 12],
    ['1 200', 1200],
    ['plus de 20', 20],
    ['20 et plus', 20],
    ['from 10 to 15', 12],
  ]
  for (const [cell, wanted] of said)
    for (const one of [cell, cell.toUpperCase(), ` ${cell} `]) expect([one, roughNumber(one)]).toEqual([one, wanted])
  for (const cell of [
    '12/03/2019',
    '06 12 34 56 78',
    '2 groupes de 10',
    '10 % de 50',
    '1,5',
    '-3',
    '12 ou pas',
    '15-10',
    '3e',
    'vingt',
    '1.2.3',
    '10 000 000 000',
  ])
    expect([cell, roughNumber(cell)]).toEqual([cell, null])
})
