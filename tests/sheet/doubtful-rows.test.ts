import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { readSheets } from '#shared/sheet/read-sheet.ts'
import { bytesOf, kindsWith, planOf, sheetOf, workbookOf } from '#tests/support/sheets.ts'

const H = 'Groupe;Ville;Référent;Mail référent'
const sam = 'Évry;Évry;Sam Vu;sam@example.org'

/** Whom the groups that are written to would have us write to. */
async function mailed(sheet: string): Promise<string[]> {
  const { plans } = await planOf([sheet])
  const written = plans.filter(({ after }) => ['active', 'starting'].includes(after.group[0]?.state ?? ''))
  return written.flatMap(({ after }) => after.referents.flatMap(({ email }) => email ?? []))
}

test.each([
  ['a cross beside its name', `† Pau;Pau;Léa Roy;lea@example.org`],
  ['that it was a group', `Pau (ex-groupe);Pau;Léa Roy;lea@example.org`],
  ['that it was a group, in front', `Ancien groupe de Pau;Pau;Léa Roy;lea@example.org`],
  ['that its row is old', `Pau - OLD;Pau;Léa Roy;lea@example.org`],
  ['that its row is to go', `Pau (à supprimer);Pau;Léa Roy;lea@example.org`],
  ['that it is put aside', `// Pau;Pau;Léa Roy;lea@example.org`],
  ['that it is an example', `Exemple;Paris;Jean Dupont;jean@example.org`],
])('nobody is written to of a group whose name says %s', async (_, row) => {
  expect(await mailed(`${H}\n${row}\n${sam}\n`)).toEqual(['sam@example.org'])
})

test.each(['† Pau', 'Pau - OLD', 'Pau (fermé)', 'Ancien groupe de Pau', 'Pau (doublon)'])(
  'a group called %s whose state says that it is active is asked about, and nobody of it is written to',
  async (name) => {
    const sheet = `${H};Statut\n${name};Pau;Léa Roy;lea@example.org;actif\n${sam};actif\n`
    expect(await mailed(sheet)).toEqual(['sam@example.org'])
    const { plans } = await planOf([sheet])
    expect(plans.flatMap(({ faults }) => faults).map(({ fault }) => fault.problem)).toEqual([
      { code: 'state_unknown', heading: 'Groupe' },
    ])
  },
)

test('a group that another cell says is closed, or that is being started, as its name says, is so', async () => {
  const rows = ['Pau (fermé);Pau;Léa Roy;lea@example.org;fermé', 'Pau - en création;Pau;Léa Roy;lea@example.org;actif']
  for (const row of rows)
    expect((await planOf([`${H};Statut\n${row}\n`])).plans.flatMap(({ faults }) => faults)).toEqual([])
})

test.each(['Pau - Centre', 'Pau (64)', 'Old Portsmouth', 'Pau – Les Anciens', 'Exemplaires de Pau', 'Pau - actif'])(
  'a group called %s is one as others are',
  async (name) => {
    expect(await mailed(`${H}\n${name};Pau;Léa Roy;lea@example.org\n`)).toEqual(['lea@example.org'])
  },
)

test.each([
  '✝ Léa Roy',
  'feu Léa Roy',
  'À pourvoir (Sam sort)',
  'Vacant - voir Léa',
  'Léa Roy (à partir de janvier 2027)',
  'Léa Roy (pressentie)',
  'futur·e référent·e : Léa Roy',
  'Léa Roy (2018-2020)',
  'Léa Roy 2019',
  'anc. Léa Roy',
  'Léa Roy (RIP)',
  'Léa Roy pas sûr',
  'Léa (mail de Sam)',
  'Léa (refuse les mails)',
  'Léa (par tél uniquement)',
  '❌ Léa',
  '--Léa Roy--',
  '#N/A',
])('who is gone, not there yet, or nobody, is asked about: %s', async (name) => {
  expect(await mailed(`${H}\nPau;Pau;${name};lea@example.org\n${sam}\n`)).toEqual(['sam@example.org'])
})

test.each([
  ['Consentement RGPD', 'non', 'oui'],
  ['Envoyer mail ?', 'non', 'oui'],
  ['Bounce', 'oui', ''],
  ['Approved', 'no', 'yes'],
  ['deleted_at', '2020-01-01 10:00:00', ''],
  ['is_active', 'f', 't'],
  ['Fusionné avec', 'Évry', ''],
])('nobody is written to whose row says of %s: %s', async (heading, cell, other) => {
  const rows = `${H};${heading}\nPau;Pau;Léa Roy;lea@example.org;${cell}\n${sam};${other}\n`
  expect(await mailed(rows)).toEqual(['sam@example.org'])
})

test.each(['Léa Roy (depuis 2019)', 'Léa Roy (since 2019)', 'Léa Roy (par intérim)', '✅ Léa Roy'])(
  'who is there is taken: %s',
  async (name) => {
    expect(await mailed(`${H}\nPau;Pau;${name};lea@example.org\n`)).toEqual(['lea@example.org'])
  },
)

test.each(['À ne plus contacter', 'DO NOT CONTACT', 'Sans nouvelles :', 'Injoignables :'])(
  'nobody is written to who stands below %s',
  async (title) => {
    expect(await mailed(`${H}\n${sam}\n${title};;;\nPau;Pau;Léa Roy;lea@example.org\n`)).toEqual(['sam@example.org'])
  },
)

test('nobody is written to of a group whose state is a formula that failed', async () => {
  expect(await mailed(`${H};Statut\nPau;Pau;Léa Roy;lea@example.org;#N/A\n${sam};actif\n`)).toEqual(['sam@example.org'])
})

const headings = ['Groupe', 'Ville', 'Référent', 'Mail référent']
const tab = (town: string) => [headings, [town, town, 'Léa Roy', 'lea@example.org']]
const titles = async (tabs: Record<string, string[][]>) => {
  const sheets = await readSheets('g.xlsx', workbookOf(tabs), sheetKinds(movement))
  return sheets.map(({ title }) => title)
}

test('tabs of closed groups, and of an earlier year, are left out and named', async () => {
  for (const past of ['Groupes fermés', 'Inactive', 'Closed chapters', 'Ne plus contacter', 'Doublons'])
    expect(await titles({ Groupes: tab('Pau'), [past]: tab('Évry') })).toEqual(['g.xlsx (Groupes)'])
  for (const both of ['Actifs et inactifs', 'Lyon', 'Fermes'])
    expect(await titles({ Groupes: tab('Pau'), [both]: tab('Évry') })).toHaveLength(2)
  expect(await titles({ 'Groupes 2024': tab('Évry'), 'Groupes 2026': tab('Pau') })).toEqual(['g.xlsx (Groupes 2026)'])
  const trainings = (day: string) => [
    ['Groupe', 'Thème', 'Date'],
    ['Pau', 'Prendre la parole', day],
  ]
  expect(await titles({ 2024: trainings('12/05/2024'), 2026: trainings('12/05/2026') })).toHaveLength(2)
})

test.each([
  [
    'names and sites alone',
    'Photo,name,website\nmarie.jpg,Marie Roy,https://example.org\nsam.jpg,Sam Vu,\n',
    'people_or_groups',
  ],
  [
    'evenings of clubs',
    'date,club,caller,remarks\n2026-07-11,Pau,Léa,\n2026-07-18,Pau,Sam,\n2026-08-01,Pau,Léa,\n2026-08-02,Lyon,Léa,\n',
    'events_or_groups',
  ],
])('%s are asked about, not taken for groups', async (_, text, code) => {
  expect((await sheetOf(text)).doubt?.code).toBe(code)
})

test('a column without heading is called by its letter, where somebody says what it means', async () => {
  const sheet = ';Ville;Référent;;A\nBéarn;Pau;Léa Roy;lea@example.org;x\n'
  expect((await sheetOf(sheet)).doubt?.code).toBe('name_unsaid')
  const kinds = kindsWith({ A: 'Nom du groupe', d: 'Mail référent' })
  const { plans } = await planOf([sheet], [], {}, kinds)
  expect(plans.map(({ after }) => [after.group[0]?.name, after.referents[0]?.email])).toEqual([
    ['Béarn', 'lea@example.org'],
  ])
})

test('a state that nobody understands is said with the heading under which its meaning is to be said', async () => {
  const sheet = `Groupe;Ville;Situation;Référent;Mail référent\nPau;Pau;moribond;Léa;lea@example.org\n`
  const [plan] = (await planOf([sheet])).plans
  expect(plan?.faults.map(({ fault }) => fault.problem)).toEqual([{ code: 'state_unknown', heading: 'Situation' }])
  const meant = await planOf([sheet], [], {}, kindsWith({ 'Situation = moribond': 'actif' }))
  expect(meant.plans[0]?.after.group[0]?.state).toBe('active')
})

describe('a sheet of referents', () => {
  const R = 'Groupe;Nom référente;Mail référente'
  test.each(['Anciens', 'Démissionnaires :', 'ANCIENNES RÉFÉRENTES'])(
    'asks about whoever stands below %s',
    async (title) => {
      const known = (await planOf(['Groupe;Ville\nPau;Pau\n'])).plans.map(({ after }) => after)
      const { plans } = await planOf(
        [`${R}\nPau;Sam Vu;sam@example.org\n${title};;\nPau;Léa Roy;lea@example.org\n`],
        known,
      )
      expect(plans.flatMap(({ after }) => after.referents.map(({ email }) => email))).toEqual(['sam@example.org'])
    },
  )

  test.each([
    ['anciens-referents.csv', ''],
    ['referents-2019.csv', ''],
    ['g.csv', 'Référents 2018-2019;;\n'],
    ['g.csv', 'Groupes fermés;;\n'],
    ['archives (referents).csv', ''],
  ])('whose title says that it is of what was is asked about: %s, %s', async (name, above) => {
    const sheets = async (file: string, text: string, as?: 'referents') =>
      readSheets(file, bytesOf(text), sheetKinds(movement), { today: '2026-11-29', as: () => as })
    const text = `${above}${R}\nPau;Léa Roy;lea@example.org\n`
    expect((await sheets(name, text))[0]?.doubt?.code).toBe('past_title')
    expect((await sheets(name, text, 'referents'))[0]?.doubt).toBe(null)
  })

  test.each([
    'referents-2026.csv',
    'groupes (depuis 2015).csv',
    'modele.csv',
    'tous les groupes, actifs et inactifs.csv',
  ])('called %s is not', async (name) => {
    const [sheet] = await readSheets(name, bytesOf(`${H}\n${sam}\n`), sheetKinds(movement), { today: '2026-11-29' })
    expect(sheet?.doubt).toBe(null)
  })
})
