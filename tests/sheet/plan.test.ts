import { describe, expect, test } from 'vitest'
import type { GroupRecord } from '#shared/record/record.ts'
import { participationRoles } from '#shared/record/sections/campaigns.ts'
import { nearest } from '#shared/sheet/nearest.ts'
import { refusedSheet } from '#shared/sheet/refused-rows.ts'
import { type Planned, planOf, sheetOf } from '#tests/support/sheets.ts'

const groups = (...rows: string[]) => ['Nom du groupe;Ville;Département;Statut;Commentaires', ...rows].join('\n')
const people = (...rows: string[]) =>
  ['Nom du groupe;Ville;Référent·e 1;Mail réf 1;Tél réf 1;Référent·e 2;Mail réf 2;Tél réf 2', ...rows].join('\n')

const problems = ({ plans, refused }: Planned) =>
  [...plans.flatMap(({ faults }) => faults), ...refused].map(({ fault }) => [fault.problem.code, fault.loses])
const notes = ({ plans }: Planned) => plans.flatMap((plan) => plan.notes.map(({ note }) => note))
const first = ({ plans }: Planned) => plans[0]?.after.group[0]
const memberships = ({ plans }: Planned) =>
  plans.flatMap(({ after }) => after.referents.map(({ name, email, phone }) => [name, email, phone]))

async function recordOf(...csvs: string[]): Promise<GroupRecord> {
  const { plans } = await planOf(csvs)
  if (!plans[0]) throw new Error('no group')
  return plans[0].after
}

describe('rows of groups', () => {
  test('that name one group twice are one, the later filling what the earlier left empty', async () => {
    const planned = await planOf([groups('Archipel Pau;Pau;;actif;', 'ARCHIPEL PAU;;64;;bonjour')])
    expect(planned.plans).toHaveLength(1)
    expect(first(planned)).toMatchObject({ name: 'Archipel Pau', department: '64', note: 'bonjour' })
    expect(notes(planned)).toContainEqual({ code: 'doubled', lines: [2, 3] })
  })

  test('that contradict each other are two groups of one name, or one that is old: the second is asked about', async () => {
    const planned = await planOf([groups('Pau;Pau;64;actif;', 'Pau;Pau;64;en sommeil;')])
    expect(first(planned)?.state).toBe('active')
    expect(planned.refused.map(({ entry, fault }) => [entry.row.line, fault.problem])).toEqual([
      [3, { code: 'group_differs', line: 2, heading: 'Statut' }],
    ])
  })

  test.each([
    ['08', '8'],
    ['01000', '1000'],
    ['+33612345678', '33612345678'],
    ['12345678901234567', '1,23456789012346E+16'],
    ['12345678901234567', '12345678901234568'],
    ['1-2', '2026-02-01'],
    ['1-2', '01/02/2026'],
    ['12/2024', '2024-12-01'],
    ['1.50', '1,5'],
    ['1 000', '1000'],
    ['mai 68', '1968-05-01'],
    ['mai 68', '01/05/68'],
    ['10:30', '10:30:00'],
    ['10:30', '0.4375'],
    ['5 %', '0.05'],
    ['5 %', '5,00 %'],
    ['=1+1', "''=1+1"],
  ])('that a spreadsheet has only rewritten change nothing: %s was %s', async (kept, shown) => {
    const known = await recordOf(groups(`Pau;Pau;64;actif;"${kept}"`))
    const { plans, refused } = await planOf([groups(`Pau;Pau;64;actif;"${shown}"`)], [known])
    const edited = await planOf([groups('Pau;Pau;64;actif;9')], [known])
    const faults = plans.flatMap((plan) => plan.faults)
    // What has lost digits is named besides
    expect([refused, plans[0]?.changes, faults.length]).toEqual([[], [], shown.includes('E') ? 1 : 0])
    expect(edited.plans[0]?.changes).toHaveLength(1)
  })

  test('that were written otherwise by somebody are changed, though they mean the same', async () => {
    const known = await recordOf(groups('Pau;Pau;64;actif;au 12 mars 2019', 'Dax;Dax;40;actif;2019'))
    const { plans } = await planOf([groups('Pau;Pau;64;actif;au 12/03/2019')], [known])
    expect(plans[0]?.changes).toHaveLength(1)
    const year = await recordOf(groups('Dax;Dax;40;actif;2019'))
    expect((await planOf([groups('Dax;Dax;40;actif;1 janvier 2019')], [year])).plans[0]?.changes).toHaveLength(1)
  })

  test('of which a spreadsheet has shortened a text to a power of ten keep what we know, and it is asked about', async () => {
    const planned = await planOf([groups('Pau;Pau;64;actif;1,23E+16')])
    expect(problems(planned)).toEqual([['number_shortened', 'cell']])
    expect(first(planned)?.note).toBeNull()
  })

  test('with one name and two towns are two groups, which the next import tells apart', async () => {
    const sheet = groups('Archipel Centre;Tours;37;;', 'Archipel Centre;Blois;41;;')
    const planned = await planOf([sheet])
    expect(planned.plans.map(({ after }) => after.group[0]?.town)).toEqual(['Tours', 'Blois'])
    const known = planned.plans.map(({ after }) => after)
    const again = await planOf([sheet], known)
    expect([again.refused, again.plans.flatMap(({ changes }) => changes)]).toEqual([[], []])
    const named = await planOf([groups('Archipel Centre;;;en sommeil;')], known)
    expect(named.refused[0]?.fault.problem).toEqual({
      code: 'group_ambiguous',
      near: ['Archipel Centre (Tours, 37)', 'Archipel Centre (Blois, 41)'],
    })
  })

  test('with one name and towns that may be one, or of a group that we know elsewhere, are asked about', async () => {
    const slip = await planOf([groups('Archipel Centre;Tours;37;;', 'Archipel Centre;Tour;37;;')])
    expect(slip.refused[0]?.fault.problem).toEqual({ code: 'name_taken', line: 2, town: 'Tours' })
    const known = await recordOf(groups('Archipel Centre;Chinon;37;;'))
    const moved = await planOf([groups('Archipel Centre;Tours;37;;', 'Archipel Centre;Blois;41;;')], [known])
    expect(moved.refused[0]?.fault.problem).toEqual({ code: 'name_taken', line: 2, town: 'Tours' })
  })

  test('with the movement’s name or without it are one group, which keeps the name that we know', async () => {
    const known = await recordOf(groups('Archipel Pau;Pau;64;actif;'))
    const planned = await planOf([groups('Pau;;;en sommeil;')], [known])
    expect(planned.plans[0]?.changes).toEqual([expect.objectContaining({ field: 'state', after: 'asleep' })])
  })

  test('never erase what we know with an empty cell', async () => {
    const known = await recordOf(groups('Pau;Pau;64;en sommeil;bonjour'))
    expect((await planOf([groups('Pau;;;;')], [known])).plans[0]?.changes).toEqual([])
  })

  test('without a state are taken as active, and it is said', async () => {
    const planned = await planOf([groups('Pau;Pau;64;;')])
    expect(first(planned)?.state).toBe('active')
    expect(notes(planned)).toContainEqual({ code: 'state_assumed' })
  })

  test.each([
    ['without a name', ';Pau;64;actif;', 'required'],
    ['with a name of 121 letters', `${'x'.repeat(121)};Pau;64;actif;`, 'too_long'],
    ['with more cells than headings', 'Pau;Pau;64;actif;a;b', 'row_too_long'],
  ])('%s are refused', async (_, row, code) => {
    const planned = await planOf([groups(row)])
    expect(planned.plans).toEqual([])
    expect(problems(planned)).toEqual([[code, 'row']])
  })

  test.each([
    ['a state that nobody understands', 'Pau;Pau;64;fatigué;', 'state_unknown'],
    ['a formula that failed', 'Pau;#N/A;64;actif;', 'spreadsheet_error'],
    ['a cell of a million letters', `Pau;Pau;64;actif;${'x'.repeat(1_000_000)}`, 'too_long'],
  ])('with %s lose that cell only', async (_, row, code) => {
    const planned = await planOf([groups(row)])
    expect(first(planned)?.name).toBe('Pau')
    expect(problems(planned)).toEqual([[code, 'cell']])
  })
})

describe('zeros that a spreadsheet lost', () => {
  const postcodes = (row: string) => `Nom;Ville;Code postal;Département\n${row}`
  test.each([
    ['are put back where the department shows them', 'Bourg;Bourg-en-Bresse;1000;01', '01000', '01'],
    ['are put back in the department too', 'Bourg;Bourg-en-Bresse;1000;1', '01000', '01'],
    ['are put back by the town’s department', 'Bourg;Bourg-en-Bresse;1000;', '01000', '01'],
  ])('%s', async (_, row, postcode, department) => {
    const planned = await planOf([postcodes(row)])
    expect(first(planned)).toMatchObject({ postcode, department })
    expect(notes(planned)).toContainEqual({ code: 'repaired', field: 'postcode', from: '1000', to: postcode })
    expect(problems(planned)).toEqual([])
  })

  test('are not imagined: 7710 in the department 77 is refused, and nothing else of its row', async () => {
    const planned = await planOf([postcodes('Meaux;Meaux;7710;77')])
    expect(first(planned)).toMatchObject({ postcode: null, town: 'Meaux' })
    expect(problems(planned)).toEqual([['postcode_invalid', 'cell']])
  })
})

describe('a group’s place', () => {
  test('follows from its town, and is corrected when the town is', async () => {
    const known = await recordOf(groups('Pau;Pau;;;'))
    expect(known.group[0]).toMatchObject({ department: '64', region: 'Nouvelle-Aquitaine', latitude: 43.3 })
    const { plans } = await planOf([groups('Pau;Brive-la-Gaillarde;;;')], [known])
    expect(plans[0]?.after.group[0]).toMatchObject({ department: '19', latitude: 45.16 })
  })

  test('is where a sheet of places says, though we knew another', async () => {
    const known = await recordOf(groups('Pau;Pau;64;;'))
    const places = 'Commune;Département;Latitude;Longitude\nPau;64;43,31;-0,4\n'
    const { plans } = await planOf([groups('Pau;Pau;64;;'), places], [known])
    expect(plans[0]?.after.group[0]).toMatchObject({ latitude: 43.31, longitude: -0.4 })
  })

  test('stays empty and is told when nobody knows the town', async () => {
    const planned = await planOf([groups('Ys;Ys;29;;')])
    expect(first(planned)?.latitude).toBeNull()
    expect(notes(planned)).toContainEqual({ code: 'place_unknown', town: 'Ys (29)' })
  })

  test('needs both numbers', async () => {
    const planned = await planOf(['Nom;Ville;Latitude;Longitude\nYs;Ys;48,1;ouest\n'])
    expect(first(planned)).toMatchObject({ latitude: null, longitude: null })
  })
})

describe('referents', () => {
  test('of one address are one person in every group, and the first word on them stands', async () => {
    const planned = await planOf([
      people('Pau;Pau;Lou;LOU@example.org;;;;', 'Brest;Brest;Louise;lou@example.org;06 12 34 56 78;;;'),
    ])
    expect(memberships(planned)).toEqual([
      ['Lou', 'lou@example.org', '+33612345678'],
      ['Lou', 'lou@example.org', '+33612345678'],
    ])
    expect(new Set(planned.plans.flatMap(({ after }) => after.referents.map(({ uid }) => uid))).size).toBe(1)
    expect(notes(planned)).toContainEqual(
      expect.objectContaining({ code: 'differs', part: 'referent', kept: 'Lou', other: 'Louise' }),
    )
  })

  test('who share a mailbox keep their group’s own name for it', async () => {
    const rows = ['Pau;Pau;Équipe de Pau;r@example.org;;;;', 'Brest;Brest;Équipe de Brest;R@example.org;;;;']
    const planned = await planOf([people(...rows)])
    const roles = planned.plans.map(({ after }) => after.referents.map(({ name, role }) => [name, role]))
    expect(roles).toEqual([[['Équipe de Pau', null]], [['Équipe de Pau', 'Équipe de Brest']]])
    expect(notes(planned)).toContainEqual({ code: 'mailbox', name: 'Équipe de Brest', known: 'Équipe de Pau' })
    const again = await planOf(
      [people(...rows)],
      planned.plans.map(({ after }) => after),
    )
    expect(again.plans.flatMap(({ changes }) => changes)).toEqual([])
  })

  test.each([
    ['a broken address', 'Pau;Pau;Lou;lou@example;;Sam;sam@example.org;', [['email_invalid', 'referent']]],
    ['no address and no number', 'Pau;Pau;Lou;;;Sam;sam@example.org;', [['referent_without_email', 'referent']]],
  ])('with %s are lost, the others are not', async (_, row, expected) => {
    const planned = await planOf([people(row)])
    expect(memberships(planned)).toEqual([['Sam', 'sam@example.org', null]])
    expect(problems(planned)).toEqual(expected)
  })

  test('with a broken phone lose the phone', async () => {
    const planned = await planOf([people('Pau;Pau;Lou;lou@example.org;demander à Sam;;;')])
    expect(memberships(planned)).toEqual([['Lou', 'lou@example.org', null]])
    expect(problems(planned)).toEqual([['phone_invalid', 'cell']])
  })

  test('whose address was pasted with characters that nobody sees are taken', async () => {
    const planned = await planOf([people('Pau;Pau;Lou;\u200Blou@example.org\u00A0;;;;')])
    expect(memberships(planned)).toEqual([['Lou', 'lou@example.org', null]])
  })

  test('without a name are called by the beginning of their address, and it is said', async () => {
    const planned = await planOf([people('Pau;Pau;;lou.roux@example.org;;;;')])
    expect(memberships(planned)).toEqual([['lou.roux', 'lou.roux@example.org', null]])
    expect(notes(planned)).toContainEqual({ code: 'name_assumed', name: 'lou.roux' })
  })

  test('who are not in the sheet stay', async () => {
    const known = await recordOf(people('Pau;Pau;Lou;lou@example.org;;;;'))
    expect(memberships(await planOf([people('Pau;Pau;Sam;sam@example.org;;;;')], [known]))).toHaveLength(2)
  })

  test('whose address changed in the sheet are the same people, with a changed address', async () => {
    const known = await recordOf(people('Pau;Pau;Lou Roux;lou@example.org;;;;'))
    const { plans } = await planOf([people('Pau;Pau;LOU ROUX;lou@example.net;;;;')], [known])
    expect(plans[0]?.changes).toContainEqual(
      expect.objectContaining({ field: 'email', before: 'lou@example.org', after: 'lou@example.net' }),
    )
    expect(plans[0]?.after.referents).toHaveLength(1)
  })

  test('of one name and two addresses in one group are two people', async () => {
    const rows = people('Pau;Pau;Lou;lou@example.org;;Lou;lou@example.net;')
    expect(memberships(await planOf([rows]))).toHaveLength(2)
    expect(memberships(await planOf([rows], [await recordOf(people('Pau;Pau;Lou;lou@example.org;;;;'))]))).toHaveLength(
      2,
    )
  })

  test('whose address changed in one group’s row keep it in their other groups', async () => {
    const known = await recordOf(people('Pau;Pau;Lou Roux;lou@example.org;;;;'))
    const elsewhere = known.referents.map(({ uid }) => uid)
    const planned = await planOf([people('Pau;Pau;Lou Roux;lou@example.net;;;;')], [known], { elsewhere })
    expect(memberships(planned)).toHaveLength(2)
  })

  test('who had left are not put back: the sheet may be older, and the day is told', async () => {
    const known = await recordOf(people('Pau;Pau;;;;;;'))
    const left = new Map([['lou@example.org', '2026-11-03T10:00:00Z']])
    const planned = await planOf([people('Pau;Pau;Lou;lou@example.org;;Sam;sam@example.org;')], [known], { left })
    expect(memberships(planned)).toEqual([['Sam', 'sam@example.org', null]])
    expect(planned.plans[0]?.faults.map(({ fault }) => fault.problem)).toEqual([
      { code: 'person_left', name: 'Lou', on: '2026-11-03' },
    ])
  })
})

describe('a group that a row names', () => {
  const known = groups(
    'Archipel Saint-Étienne;Saint-Étienne;;;',
    'Lyon Nord;Lyon;;;',
    'Lyon Sud;Lyon;;;',
    'Les Goélands;Brest;;;',
  )
  const naming = (name: string) => planOf([known, `Groupe;Thème;Date\n${name};Médias;12/05/2023\n`])
  const trained = ({ plans }: Planned) =>
    plans.filter(({ after }) => after.trainings.length > 0).map(({ after }) => after.group[0]?.name)

  test.each([
    ['in capitals without accents', 'ARCHIPEL SAINT ETIENNE', 'Archipel Saint-Étienne'],
    ['with a space behind', 'archipel saint-étienne ', 'Archipel Saint-Étienne'],
    ['with another apostrophe or dash', 'Archipel Saint‑Étienne', 'Archipel Saint-Étienne'],
    ['with Saint shortened', 'Archipel St-Étienne', 'Archipel Saint-Étienne'],
    ['without the movement', 'Saint-Étienne', 'Archipel Saint-Étienne'],
    ['with the movement though it has none', 'Archipel Lyon Nord', 'Lyon Nord'],
    ['by its town, when it is alone there', 'Brest', 'Les Goélands'],
  ])('%s is found', async (_, typed, name) => {
    expect(trained(await naming(typed))).toEqual([name])
  })

  test('by a town with two groups is refused, with both names', async () => {
    const { refused } = await naming('Lyon')
    expect(refused[0]?.fault.problem).toEqual({ code: 'group_ambiguous', near: ['Lyon Nord', 'Lyon Sud'] })
  })

  test('with a slip is refused, with the name that was meant', async () => {
    const { refused } = await naming('Archipel Saint-Etiene')
    expect(refused[0]?.fault.problem).toEqual({ code: 'group_unknown', near: ['Archipel Saint-Étienne'] })
  })

  test('is unknown without a suggestion when nothing is close', () => {
    expect(
      nearest('atlantide', [
        ['pau', 'Pau'],
        ['nantes', 'Nantes'],
        ['atlante sud', 'x'],
      ]),
    ).toEqual([])
    expect(nearest('nanets', [['nantes', 'Nantes']])).toEqual(['Nantes'])
  })
})

describe('trainings, activities and campaigns', () => {
  const trainings = (...rows: string[]) => ['Groupe;Thème;Date;Participant·es', ...rows].join('\n')
  const pau = groups('Pau;Pau;;;')
  const given = async (...rows: string[]) =>
    (await recordOf(pau, trainings(...rows))).trainings.map(({ held_on, attendees }) => [held_on, attendees])

  test('two of one theme and day are two when their figures differ', async () => {
    expect(await given('Pau;Médias;12/05/2023;10', 'Pau;Médias;12/05/2023;20')).toHaveLength(2)
  })

  test('rows that agree are one, with what either says', async () => {
    expect(await given('Pau;Médias;12/05/2023;', 'Pau;médias;2023-05-12;20', 'Pau;Médias;12/05/2023;20')).toEqual([
      ['2023-05-12', 20],
    ])
  })

  test('a sheet that was imported says nothing new, and one corrected figure is one change', async () => {
    const rows = ['Pau;Médias;12/05/2023;10', 'Pau;Médias;12/05/2023;20']
    const known = await recordOf(pau, trainings(...rows))
    expect((await planOf([trainings(...rows)], [known])).plans[0]?.changes).toEqual([])
    const corrected = await planOf([trainings('Pau;Médias;12/05/2023;10', 'Pau;Médias;12/05/2023;25')], [known])
    expect(corrected.plans[0]?.changes).toEqual([
      expect.objectContaining({ field: 'attendees', before: 20, after: 25 }),
    ])
  })

  test('a row without its day is refused, one with a broken figure is not', async () => {
    const planned = await planOf([pau, trainings('Pau;Médias;;10', 'Pau;Médias;12/05/2023;beaucoup')])
    expect(problems(planned)).toEqual([
      ['number_unreadable', 'cell'],
      ['required', 'row'],
    ])
  })

  const campaigns = 'Campagne;Date\nTour 2024;01/06/2024\n'
  const parts = (...rows: string[]) => ['Groupe;Campagne;Rôle;Personnes', ...rows].join('\n')

  test('a part in a campaign is told by its role, and by having come when there is none', async () => {
    const record = await recordOf(pau, campaigns, parts('Pau;tour 2024;;30'))
    expect(record.campaigns).toEqual([expect.objectContaining({ role: 'joins', people: 30 })])
    const planned = await planOf([pau, campaigns, parts('Pau;Tour 2024;organise;')])
    expect(planned.plans[0]?.after.campaigns[0]?.role).toBe('organises')
  })

  test('a campaign that nobody announced and a role that is none are refused', async () => {
    const planned = await planOf([pau, campaigns, parts('Pau;Tour 2042;organise;', 'Pau;Tour 2024;danse;')])
    expect(planned.refused.map(({ fault }) => fault.problem)).toEqual([
      { code: 'campaign_unknown', near: ['Tour 2024'] },
      { code: 'choice_unknown', options: Object.values(participationRoles) },
    ])
  })

  test('activities find their group as trainings do', async () => {
    const record = await recordOf(pau, 'Groupe;Activité;Date;Type\nPau;Fête;21/06/2026;fête\n')
    expect(record.activities).toEqual([expect.objectContaining({ title: 'Fête', held_on: '2026-06-21', kind: 'fête' })])
  })
})

describe('the sheet of what is to be mended', () => {
  const csv = people('Pau;Pau;Lou;lou@example;06 12 34 56 78;Sam;sam@example.org;', ';Brest;;;;;;')
  const refusedOf = async (text: string) => {
    const sheet = await sheetOf(text)
    const { plans, refused } = await planOf([text])
    const all = [...plans.flatMap(({ faults }) => faults), ...refused]
    const rows = all.map(({ entry, fault }) => ({
      entry: { sheet, row: sheet.rows.find(({ line }) => line === entry.row.line) ?? entry.row },
      fault,
      reason: fault.problem.code,
    }))
    return refusedSheet(sheet, rows, 'fr')
  }

  test('has a refused row in full, and of others what it takes to mend them', async () => {
    expect(await refusedOf(csv)).toEqual([
      [
        'À corriger',
        'Nom du groupe',
        'Ville',
        'Référent·e 1',
        'Mail réf 1',
        'Tél réf 1',
        'Référent·e 2',
        'Mail réf 2',
        'Tél réf 2',
      ],
      ['email_invalid', 'Pau', '', 'Lou', 'lou@example', '06 12 34 56 78', '', '', ''],
      ['required', '', 'Brest', '', '', '', '', '', ''],
    ])
  })

  test('brings the mended cell and nothing else, whatever changed meanwhile', async () => {
    const known = await recordOf(csv)
    const [row] = known.group
    if (!row) throw new Error('no group')
    const meanwhile = { ...known, group: [{ ...row, town: 'Lescar' }] }
    const mended = (await refusedOf(csv))
      .slice(0, 2)
      .map((cells) => cells.join(';').replace('lou@example', 'lou@example.org'))
      .join('\n')
    const { plans } = await planOf([mended], [meanwhile])
    expect(plans[0]?.changes).toEqual([
      expect.objectContaining({ list: 'referents', added: expect.objectContaining({ email: 'lou@example.org' }) }),
    ])
  })

  test('is not wider each time it is mended in part', async () => {
    const again = (await refusedOf(csv)).map((cells) => cells.join(';')).join('\n')
    expect((await refusedOf(again))[0]).toHaveLength(9)
  })
})
