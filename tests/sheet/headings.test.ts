import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { kindsSaid } from '#scripts/import/said.ts'
import { mayMean } from '#scripts/import/unsure-headings.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { readSheets } from '#shared/sheet/read-sheet.ts'
import { type RecognisedSheet, recognise } from '#shared/sheet/recognise.ts'
import { bytesOf, planOf } from '#tests/support/sheets.ts'

async function recognised(text: string, as?: string, means: Record<string, string> = {}): Promise<RecognisedSheet> {
  const kinds = sheetKinds({ ...movement, headings: { ...movement.headings, ...means } })
  const [sheet] = await readSheets('feuille.csv', bytesOf(text), kinds, as ? { as: kindsSaid([as]) } : {})
  if (!sheet) throw new Error('no sheet')
  return sheet
}
const meanings = ({ columns, headings }: RecognisedSheet) =>
  Object.fromEntries(
    columns.map(({ index, others, field, number, part }) => [
      [index, ...others].map((at) => headings[at]).join(' + '),
      part === 'referent' ? `${field} ${number}` : field,
    ]),
  )

/** A sheet of groups with one more heading. */
const meaning = async (heading: string) => {
  const sheet = await recognised(`Groupe;Ville;Référent 1;${heading}\n`)
  return meanings(sheet)[heading] ?? (sheet.unsure.includes(heading) ? 'unsure' : 'unknown')
}

describe('a heading is understood by its words', () => {
  test.each([
    ['Mail référent', 'email 1'],
    ['E-mail du/de la référent(e)', 'email 1'],
    ['Référent 2 mail', 'email 2'],
    ['Mail du 2ème référent', 'email 2'],
    ['Adresse e-mail', 'email 1'],
    ['Tél réf', 'phone 1'],
    ['Téléphone portable du responsable', 'phone 1'],
    ['N° de téléphone', 'phone 1'],
    ['Mobile', 'phone 1'],
    ['Natel', 'phone 1'],
    ['NPA', 'postcode'],
    ['PLZ', 'postcode'],
    ['Canton', 'region'],
    ['Ouvert depuis', 'founded_on'],
    ['Fondé le', 'founded_on'],
    ['Fondée en', 'founded_on'],
    ['Rôle réf 1', 'role 1'],
    ['Langue', 'language 1'],
    ['Nb membres', 'active_members'],
    ['Adhérents', 'active_members'],
    ['Nombre d’adhérent·es (env.)', 'active_members'],
    ['Number of members', 'active_members'],
    ['Remarques', 'note'],
    ['Facebook', 'networks'],
    ['Année de création', 'founded_on'],
    ['Créé le', 'founded_on'],
    ['Code postal (5 chiffres)', 'postcode'],
    ['N° département', 'department'],
    ['Email du groupe', 'public_email'],
    ['Statut actuel', 'state'],
    ['Actif ?', 'state'],
    ['Fermé ?', 'closed'],
    ['Date de dissolution', 'closed'],
    ['En sommeil', 'asleep'],
    ['Langue du groupe', 'language 1'],
    ['Courriel / Mail', 'email 1'],
    ['Mail pro', 'email 1'],
    ['Co-ordinator’s email', 'email 1'],
    ['Mail co-référente', 'email 2'],
    ['Mail du coanimateur', 'email 2'],
    ['Mail de la 2e co-animatrice', 'email 3'],
    ['Nb d’adhérents au 31/12', 'active_members'],
    ['Membres 2026', 'active_members'],
    ['Page FB', 'networks'],
    ['Obs.', 'note'],
  ])('%s', async (heading, field) => {
    expect(await meaning(heading)).toBe(field)
  })

  test.each([
    'Mail de l’ancien référent',
    'Référent précédent : mail',
    'Mail du référent national',
    'Contact presse',
    'Mail mairie',
  ])('%s is nobody’s whom we write to', async (heading) => {
    expect(await meaning(heading)).toBe('unknown')
  })

  test.each([
    [
      'Groupe;Ville;Prénom réf 1;Nom réf 1;Mail réf 1',
      { 'Prénom réf 1 + Nom réf 1': 'name 1', 'Mail réf 1': 'email 1' },
    ],
    ['Groupe;Ville;Contact;Mail;Mobile', { Contact: 'name 1', Mail: 'email 1', Mobile: 'phone 1' }],
    ['Groupe;Ville;Référent;Email;Courriel', { Référent: 'name 1', 'Email + Courriel': 'email 1' }],
    ['Groupe;Ville;Référent;Mail;Référent;Mail', { Référent: 'name 2', Mail: 'email 2' }],
    [
      'Chapter;City;Lead 1 first name;Lead 1 last name;Lead 1 email',
      { 'Lead 1 first name + Lead 1 last name': 'name 1', 'Lead 1 email': 'email 1' },
    ],
    [
      'Groupe;Ville;Mail;Téléphone;Référent;Mail;Téléphone;Référent',
      { Référent: 'name 2', Mail: 'email 2', Téléphone: 'phone 2' },
    ],
    [
      'Antenne;Ville;Contact;Mail contact;Contact 2;Mail contact 2',
      { 'Mail contact': 'email 1', 'Mail contact 2': 'email 2' },
    ],
    [
      'Group;Town/City;Lead’s name;Lead’s email;Co-lead’s name;Co-lead’s email',
      { 'Town/City': 'town', 'Co-lead’s email': 'email 2' },
    ],
    ['Groupe;Ville;Référent;Mail pro;Mail perso', { 'Mail pro + Mail perso': 'email 1' }],
    [
      'Groupe;Ville;Référent actuel;Mail actuel;Ancien référent;Mail ancien référent',
      { 'Référent actuel': 'name 1', 'Mail actuel': 'email 1' },
    ],
    ['Groupe;Ville;Facebook;Instagram', { 'Facebook + Instagram': 'networks' }],
  ])('with those beside it: %s', async (headings, expected) => {
    expect(meanings(await recognised(`${headings}\n`))).toMatchObject(expected)
  })

  test.each([
    ['Groupe;Ville;Référent;Référent;Mail;Mail', ['Mail', 'Mail']],
    ['Groupe;Ville;Référent;Mail;Mail;Référent', ['Mail', 'Mail']],
    ['Groupe;Ville;Courriel 1;Courriel 2', ['Courriel 1', 'Courriel 2']],
  ])('%s does not say whose each address is: it is asked', async (headings, asked) => {
    const sheet = await recognised(`${headings}\n`)
    expect(sheet.unsure).toEqual(asked)
    expect(sheet.columns.filter(({ field }) => field === 'email')).toEqual([])
  })

  test('an address before its name is that name’s', async () => {
    const { plans } = await planOf([
      'Groupe;Ville;Mail;Référent;Mail;Référent\nPau;Pau;lea@example.org;Léa;sam@example.org;Sam\n',
    ])
    expect(plans[0]?.after.referents.map(({ name, email }) => [name, email])).toEqual([
      ['Léa', 'lea@example.org'],
      ['Sam', 'sam@example.org'],
    ])
  })

  test('a full name alone is anybody’s: no group is called so', async () => {
    await expect(recognised('Email;Nom complet;Inscrit le\nlea@example.org;Léa Roy;01/02/2026\n')).rejects.toThrow()
  })

  test('in two rows, of which the upper one is for several columns', async () => {
    const sheet = await recognised(
      'Annuaire 2026;;;\nGroupe;Ville;Référent 1;;Référent 2;\n;;Nom;Email;Nom;Email\nPau;Pau;Léa;lea@example.org;Sam;sam@example.org\n',
    )
    expect(meanings(sheet)).toEqual({
      Groupe: 'name',
      Ville: 'town',
      'Référent 1 Nom': 'name 1',
      'Référent 1 Email': 'email 1',
      'Référent 2 Nom': 'name 2',
      'Référent 2 Email': 'email 2',
    })
    expect(sheet.rows.map(({ line }) => line)).toEqual([4])
  })

  test.each([
    ['State;Country', 'Karnataka;India', 'Gujarat;India', 'region'],
    ['State;City', 'NY;Buffalo', 'Daman;Daman', 'region'],
    ['State;City', 'active;Buffalo', 'NY;Buffalo', 'state'],
    ['State;City', 'moribund;Buffalo', 'in the doldrums;Troy', 'state'],
    ['State;City', 'OK;Tulsa', 'OK;Norman', 'state'],
    ['Statut;Ville', 'Victoria;Pau', ';Lyon', 'state'],
  ])('%s over %s and %s is its %s', async (headings, first, second, field) => {
    const sheet = await recognised(`Chapter;${headings}\nA;${first}\nB;${second}\n`)
    expect(sheet.columns.find(({ index }) => index === 1)?.field).toBe(field)
  })

  test('and a state of a federation is no state of a group: it is nothing to mend', async () => {
    const { plans } = await planOf(['Chapter;State;City\nAmreli;Gujarat;Amreli\n'])
    expect(plans[0]?.faults).toEqual([])
    expect(plans[0]?.after.group[0]).toMatchObject({ region: 'Gujarat', state: 'active' })
  })

  test.each([
    ['Club;Clubname;City\n2090;Nanabijou;Pau\n7124;Harbour;Lyon', 'Clubname'],
    ['Club;Clubname;City\nNanabijou;2090;Pau\nHarbour;7124;Lyon', 'Club'],
    ['Club;City\n2090;Pau\n7124;Lyon', 'Club'],
  ])('of two that may name a group, the one that holds numbers does not: %j', async (text, heading) => {
    expect(meanings(await recognised(`${text}\n`))).toMatchObject({ [heading]: 'name' })
  })

  test.each([
    ['Mail', '--means "Mail = Mail réf 1"', '--means "Mail = Mail public"'],
    ['Téléphone', '--means "Téléphone = Tél réf 1"', null],
  ])('%s, where it may be anybody’s, is asked about as what it is: %s', async (heading, ofReferent, ofGroup) => {
    const sheet = await recognised(`Groupe;Ville;${heading}\nPau;Pau;\n`)
    expect(mayMean(sheet, 'fr')).toEqual({ ofReferent: [ofReferent], ofGroup })
  })

  test('and an address that may be the group’s or a referent’s is asked about, until somebody says', async () => {
    const sheet = 'Groupe;Ville;Mail\nPau;Pau;pau@example.org\n'
    expect(await recognised(sheet)).toMatchObject({ unsure: ['Mail'] })
    expect((await planOf([sheet])).plans[0]?.after.referents).toEqual([])
    expect(meanings(await recognised(sheet, undefined, { Mail: 'Mail réf 1' }))).toMatchObject({ Mail: 'email 1' })
    expect(await recognised('Groupe;Ville;Référent;Mail réf 1;Mail\n')).toMatchObject({ unsure: ['Mail'] })
  })
})

test('a column that counts referents is nobody’s name', async () => {
  const sheet = 'Groupe;Ville;Référent·es;Mail réf 1;Référent·e 1\nPau;Pau;2;lou@example.org;Lou\nDax;Dax;;;\n'
  expect(await recognised(sheet)).toMatchObject({ ignored: ['Référent·es'] })
  const { plans } = await planOf([sheet])
  expect(plans.flatMap(({ after }) => after.referents.map(({ name }) => name))).toEqual(['Lou'])
  const alone = await planOf(['Groupe;Ville;Référents\nPau;Pau;2\n'])
  expect(alone.plans[0]).toMatchObject({ faults: [], after: { referents: [] } })
})

test('clubs with one contact each are no crowd of people, though a column of other names holds nothing', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `Club ${i};NaN;Lou ${i};lou${i}@example.org;Pau;oui`)
  const sheet = ['Club;Club name;Contact person;Contact email;Town;Active', ...rows].join('\n')
  expect(await recognised(sheet)).toMatchObject({ kind: 'groups', doubt: null })
})

test('headings in Dutch are understood, with their states, and yes and no', async () => {
  const sheet = [
    'Groep;Gemeente;Postcode;Provincie;Toestand;Opgericht;Aantal leden;Opmerkingen;Naam verantwoordelijke;E-mailadres verantwoordelijke;GSM-nummer verantwoordelijke;Taal',
    'Gent;Gent;9000;Oost-Vlaanderen;actief;2019;12;onbekend;Jan Peeters;jan@example.org;0612345678;Nederlands',
    'Brugge;Brugge;8000;West-Vlaanderen;opgeheven;;;;;;;',
    'Aalst;Aalst;9300;;niet actief;;;;;;;',
  ].join('\n')
  expect(await recognised(sheet)).toMatchObject({ kind: 'groups', doubt: null, ignored: [], unsure: [] })
  const { plans } = await planOf([sheet])
  expect(plans.map(({ after }) => after.group[0]?.state)).toEqual(['active', 'closed', 'asleep'])
  expect(plans[0]?.after.group[0]).toMatchObject({
    town: 'Gent',
    department: 'Oost-Vlaanderen',
    active_members: 12,
    note: null,
  })
  expect(plans[0]?.after.referents[0]).toMatchObject({ name: 'Jan Peeters', email: 'jan@example.org' })
})

describe('what no heading says', () => {
  test.each([
    ['no heading', ';Ville;Référent;Mail référent\nPau;Pau;Léa;lea@example.org', 'A'],
    ['a heading of their own', 'AMAP,City,Coordinator,E-mail coordinator\nPau,Pau,Léa,lea@example.org', 'AMAP'],
    ['a heading that means nothing', 'Atelier;Lat (WGS84);Long;Ouvert ?\nPau;43,29;-0,37;oui', 'Atelier'],
    ['none, beside anybody’s columns', ';Contact;Email;Phone\nLeeds;Ann;ann@example.org;', 'A'],
  ])('which column names the group is asked where it has %s', async (_, sheet, sign) => {
    expect(await recognised(sheet)).toMatchObject({ doubt: { code: 'name_unsaid', signs: [sign] } })
    expect(await recognised(sheet, 'groups')).toMatchObject({ kind: 'groups', doubt: null })
  })

  test.each([
    ['numbers', ';Ville;Référent;Mail référent\n1;Pau;Léa;lea@example.org'],
    ['people', 'Donateur;Mail;Ville\nLéa Roy;lea@example.org;Pau'],
    ['dates', 'Quand ?;Où ?;Qui ?\nlundi;Pau;Léa'],
  ])('%s name no group', async (_, sheet) => {
    await expect(recognised(sheet)).rejects.toMatchObject({ code: 'headings_unknown' })
  })

  test.each([
    ['lights', '🟢/🔴', ['🟢', '🔴', '🟠'], ['active', 'asleep', 'asleep']],
    ['words', 'Suivi 2026', ['actif', 'en pause', 'dissous'], ['active', 'asleep', 'closed']],
    ['under no heading', '', ['active', 'on hiatus', 'closed'], ['active', 'asleep', 'closed']],
    ['one other word: nothing is guessed', 'Suivi', ['actif', 'en pause', 'vu mardi'], ['active', 'active', 'active']],
    ['nothing else', 'Suivi', ['actif', 'ouvert', 'OK'], ['active', 'active', 'active']],
  ])('how groups do is read by its cells, %s', async (_, heading, cells, states) => {
    const rows = cells.map((cell, index) => `G${index};V${index};${cell}`)
    const { plans } = await planOf([[`Groupe;Ville;${heading}`, ...rows].join('\n')])
    expect(plans.map(({ after }) => after.group[0]?.state)).toEqual(states)
  })
})

test.each([
  ['Inactif depuis', '2021', 'asleep'],
  ['Inactive since', '2021', 'asleep'],
  ['Date de mise en sommeil', '12/03/2024', 'asleep'],
  ['Dissous en', '2023', 'closed'],
  ['Year disbanded', '2019', 'closed'],
  ['Radié le', '', 'active'],
])('a group is asked for no more once a day stands under « %s »: %s', async (heading, cell, state) => {
  const { plans } = await planOf([`Groupe;Ville;${heading}\nPau;Pau;${cell}\n`])
  expect(plans[0]?.after.group[0]?.state).toBe(state)
})

test.each([
  ['Group,,Contact A,,Contact B,\n,Town,Name,Email,Name,Email', 'two rows'],
  ['Groupe,,Contacts,,,\n,,Principal,,Secondaire,\n,Ville,Nom,Mail,Nom,Mail', 'three rows'],
])('each contact has their own address under headings of several rows: %s', async (headings) => {
  const { plans } = await planOf([`${headings}\nPau,Pau,Léa Roy,lea@example.org,Sam Vu,sam@example.org\n`])
  expect(plans.flatMap(({ after }) => after.referents.map(({ name, email }) => [name, email]))).toEqual([
    ['Léa Roy', 'lea@example.org'],
    ['Sam Vu', 'sam@example.org'],
  ])
})

test('two words that some program wrote as one are understood', async () => {
  const sheet = 'clubname,countyname,cluburl,contactname,contactemail,phonenumber,codepostal\n'
  expect(meanings(await recognised(sheet))).toMatchObject({
    clubname: 'name',
    countyname: 'department',
    cluburl: 'website',
    contactname: 'name 1',
    contactemail: 'email 1',
    phonenumber: 'phone 1',
    codepostal: 'postcode',
  })
})

test('whom to ask, with their mail, is understood by its words', async () => {
  const sheet = 'Nom de la section,Ville,Personne à contacter,Son mail,Portable (coordo),Langue de correspondance\n'
  expect(meanings(await recognised(sheet))).toMatchObject({
    'Personne à contacter': 'name 1',
    'Son mail': 'email 1',
    'Portable (coordo)': 'phone 1',
  })
  expect(await recognised(sheet)).toMatchObject({ ignored: [] })
})

describe('which sheet it is', () => {
  const doubt = async (text: string) => {
    const sheet = await recognised(text)
    return sheet.doubt?.code ?? sheet.kind
  }
  test.each([
    ['people, one a row', 'Civilité;Nom;Prénom;Email;Ville\nMme;DURAND;Léa;lea@example.org;Pau', 'people'],
    ['members of groups', 'Groupe;Nom;Prénom;Email\nPau;Durand;Léa;lea@example.org', 'people_of_groups'],
    [
      'members of groups, under a word for anybody',
      `Groupe;Contact;Email\n${Array.from({ length: 12 }, (_, n) => `Pau;Léa ${n};l${n}@example.org`).join('\n')}`,
      'people_of_groups',
    ],
    [
      'people or groups',
      'Nom;Ville;Email\nLéa Durand;Pau;lea@example.org\nSam Roy;Lyon;sam@example.org',
      'people_or_groups',
    ],
    [
      'groups, by their names',
      'Nom;Ville;Email\nCollectif de Pau;Pau;pau@example.org\nLyon en lutte;Lyon;sam@example.org',
      'groups',
    ],
    ['groups with a position', 'name,type,latitude,longitude\nRepair Café Pau,atelier,43.29,-0.37', 'groups'],
    ['towns or groups', 'name,latitude,longitude\nPau,43.29,-0.37', 'places_or_groups'],
    [
      'events of a meetup',
      'Name,Date,Link,Latitude,Longitude\nGo meetup (Amsterdam),2022-09-28,https://example.org,52.3,4.9',
      'events_or_groups',
    ],
    ['events in French', 'Nom;Ville;Date;Heure\nSoirée jeux;Pau;12/03/2026;18:30', 'events_or_groups'],
    ['groups that say since when', 'Name,City,Status,Date\nPau,Pau,active,2019-01-01', 'groups'],
    [
      'towns, or what several of them hold',
      'Communauté;Commune;Latitude;Longitude\nA;Pau;43,29;-0,37\nB;Pau;43,30;-0,37',
      'places_or_groups',
    ],
    ['towns, by their number', 'insee,name,lat,lon\n64445,Pau,43.29,-0.37', 'places'],
    ['towns, by their heading', 'Commune;Latitude;Longitude\nPau;43,29;-0,37', 'places'],
    [
      'groups, though they name their town and its position',
      'Groupe;Commune;Latitude;Longitude\nA;Pau;43,29;-0,37',
      'groups',
    ],
    ['referents, one a row', 'Groupe;Référent;Mail référent;Tél\nPau;Léa;lea@example.org;', 'referents'],
    [
      'groups, with several referents in a row',
      'Groupe;Référent 1;Mail réf 1;Référent 2;Mail réf 2\nPau;Léa;lea@example.org;;',
      'groups',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await doubt(text)).toBe(expected)
  })

  test('is told by a title, or by somebody', async () => {
    const sheet = 'Groupe;Nom;Prénom;Email\nPau;Durand;Léa;lea@example.org'
    expect(await doubt(`Référent·es au 1er mars;;;\n${sheet}`)).toBe('referents')
    expect(await recognised(sheet, 'referents')).toMatchObject({ kind: 'referents', doubt: null })
    expect(await recognised(sheet, 'feuille=referents')).toMatchObject({ kind: 'referents', doubt: null })
    expect(await recognised(sheet, 'autre=referents')).toMatchObject({ doubt: { code: 'people_of_groups' } })
  })
})

describe('a sheet of referents, one a row', () => {
  const groups = 'Groupe;Ville\nPau;Pau\nLyon;Lyon\n'
  const referents =
    'Groupe;Référent;Mail référent;Tél\nPau;Léa Roy;lea@example.org;0612345678\nPau;Sam Roy;sam@example.org;\nLyon;Lou Petit;lou@example.org;07 11 22 33 44\nPau;Léa Roy;lea@example.org;\nNice;X;x@example.org;\nLyon;Y;;\n'

  test('adds them to the groups that we know, and the same sheet again adds nobody', async () => {
    const first = await planOf([groups, referents])
    const names = first.plans.map(({ after }) => [after.group[0]?.name, after.referents.map(({ name }) => name)])
    expect(names).toEqual([
      ['Pau', ['Léa Roy', 'Sam Roy']],
      ['Lyon', ['Lou Petit']],
    ])
    const statuses = first.plans.flatMap(({ outcomes }) =>
      outcomes.filter(({ entry }) => entry.sheet.kind === 'referents'),
    )
    expect(statuses.map(({ status }) => status)).toEqual(['new', 'new', 'doubled', 'new'])
    const again = await planOf(
      [referents],
      first.plans.map(({ after }) => after),
    )
    expect(again.plans.flatMap(({ changes }) => changes)).toEqual([])
    expect(again.plans.flatMap(({ outcomes }) => outcomes.map(({ status }) => status))).toEqual([
      'unchanged',
      'unchanged',
      'doubled',
      'unchanged',
    ])
  })

  test('refuses whom it cannot place, and whom nobody can reach', async () => {
    const { plans, refused } = await planOf([groups, referents])
    expect(refused.map(({ fault }) => fault.problem)).toEqual([{ code: 'group_unknown', near: [] }])
    expect(plans.flatMap(({ faults }) => faults.map(({ fault }) => [fault.problem.code, fault.loses]))).toEqual([
      ['referent_without_email', 'row'],
    ])
  })
})

test.each([
  { above: 3, width: 1000, found: true },
  { above: 30, width: 100, found: true },
  { above: 30, width: 1000, found: false },
])(
  'headings are looked for in forty rows, or six thousand cells: under $above rows of $width',
  ({ above, width, found }) => {
    const rows = [...Array.from({ length: above }, () => Array<string>(width).fill('x')), ['Nom du groupe', 'Ville']]
    const sheet = recognise(
      rows.map((cells, index) => ({ line: index + 1, cells })),
      sheetKinds(movement),
    )
    expect(sheet?.rowIndex ?? null).toBe(found ? above : null)
  },
)

test('what heads our own lists and downloads is understood: each thing of a group by what the form asks, in each language', async () => {
  const fields = Object.entries(movement.sections.ours.group.fields).filter(([name]) => name !== 'name')
  const wrong: unknown[] = []
  for (const [name, { label }] of fields)
    for (const words of Object.values(label)) {
      const sheet = await recognised(`id;Groupe;"${words}"\nx;Pau;\n`, 'groups')
      if (!sheet.columns.some(({ field, part }) => part === 'own' && field === name)) wrong.push([name, words])
    }
  expect(wrong).toEqual([])
})
