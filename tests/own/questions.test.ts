import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { writeFacts } from '#scripts/export/write-facts.ts'
import { settleFeeds } from '#scripts/feeds/settle.ts'
import { readMovement, upsertSettings } from '#shared/db/settings.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { putOnMap } from '#tests/support/feeds.ts'
import { importPaths } from '#tests/support/importing.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const options = [
  { key: 'bus', label: { fr: 'En bus', en: 'By bus' } },
  { key: 'train', label: { fr: 'En train', en: 'By train' } },
  { key: 'velo', label: { fr: 'À vélo', en: 'By bike' } },
]

/** One of each type about the group, and one in other sections. */
const questions = [
  { key: 'devise', type: 'text', label: { fr: 'Devise', en: 'Motto' }, inMail: true },
  { key: 'projet', type: 'long_text', label: { fr: 'Projet', en: 'Project' } },
  {
    key: 'velos',
    type: 'number',
    label: { fr: 'Vélos', en: 'Bikes' },
    figure: { fr: 'Vélos du réseau', en: 'Bikes of the network' },
  },
  { key: 'local', type: 'yes_no', label: { fr: 'Un local ?', en: 'A room?' } },
  { key: 'acces', type: 'choice', label: { fr: 'Accès', en: 'Access' }, options },
  { key: 'venues', type: 'choices', label: { fr: 'On vient', en: 'People come' }, options },
  { key: 'fete', type: 'day', label: { fr: 'Fête', en: 'Party' } },
  { key: 'blog', type: 'website', label: { fr: 'Blog', en: 'Blog' }, audience: 'public' },
  { key: 'presse', type: 'mail', label: { fr: 'Contact presse', en: 'Press contact' } },
  { key: 'fixe', type: 'phone', label: { fr: 'Fixe', en: 'Land line' } },
  { key: 'avis', type: 'text', label: { fr: 'Avis de l’équipe', en: 'The team’s view' }, audience: 'coordinators' },
  { key: 'taille', section: 'referents', type: 'text', label: { fr: 'Taille de t-shirt', en: 'T-shirt' } },
  {
    key: 'tracts',
    section: 'activities',
    type: 'number',
    label: { fr: 'Tracts', en: 'Leaflets' },
    figure: { fr: 'Tracts distribués', en: 'Leaflets' },
  },
]

const answers: Readonly<Record<string, string>> = {
  devise: 'Pédaler ensemble',
  projet: 'Une rue\nsans voitures',
  velos: '12',
  local: 'oui',
  acces: 'train',
  venues: 'velo,bus',
  fete: '21/06/2026',
  blog: 'blog.example.org',
  presse: 'Presse@Example.org',
  fixe: '05 59 00 00 00',
}

/** What is kept of them. */
const kept = {
  devise: 'Pédaler ensemble',
  projet: 'Une rue\nsans voitures',
  velos: 12,
  local: true,
  acces: 'train',
  venues: 'bus,velo',
  fete: '2026-06-21',
  blog: 'https://blog.example.org',
  presse: 'presse@example.org',
  fixe: '+33559000000',
}

let world: World
let coordinator: string

beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'] } })
  await ask(questions)
  coordinator = await signIn(world)
})
afterAll(() => world.stop())

/** The movement asks these questions from now on. */
const ask = (asked: readonly object[]) => upsertSettings(world.db, { questions: asked }, world.now()).run()
const sectionOf = async (name: string, town: string, section: string) =>
  `${await world.linkOf(name)}/${groupUid(town)}/${section}`
const ownOf = async (town: string): Promise<Record<string, unknown>> => {
  const row = await world.db
    .prepare('SELECT own FROM local_group WHERE uid = ?1')
    .bind(groupUid(town))
    .first<string>('own')
  const all = Object.entries(JSON.parse(row ?? 'null') as Record<string, unknown>)
  return Object.fromEntries(all.filter(([, answer]) => answer !== null))
}
const control = (key: string, town = 'Pau') => `${groupUid(town)}.own_${key}`
const answered = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [control(key), value]))

describe('an own question of each type', () => {
  test('is asked in its section, beside ours, with its hint and its options', async () => {
    const page = textOf(await open(await sectionOf('Lou', 'Pau', 'identity')))
    for (const { label, audience, section = 'identity' } of questions.map((one) => ({ audience: 'group', ...one })))
      if (section === 'identity' && audience !== 'coordinators') expect(page).toContain(label.fr)
    expect(page).not.toContain('Avis de l’équipe')
    expect(page).toContain('En bus')
  })

  test('is checked, and what was typed comes back', async () => {
    const page = await submit(
      await open(await sectionOf('Lou', 'Pau', 'identity')),
      answered({ velos: 'beaucoup', acces: 'fusée', fete: '31/02/2026', presse: 'nobody' }),
    )
    expect(page.status).toBe(422)
    expect(page.html).toContain('value="beaucoup"')
    for (const label of ['Vélos', 'Accès', 'Fête', 'Contact presse']) expect(textOf(page)).toContain(`${label} :`)
    expect(await ownOf('Pau')).toEqual({})
  })

  test('is kept by its key, and told on the page, in the receipt and in the history', async () => {
    const before = await rowsWritten()
    const page = await submit(await open(await sectionOf('Lou', 'Pau', 'identity')), answered(answers))
    expect(page.status).toBe(200)
    expect(await ownOf('Pau')).toEqual(kept)
    expect(await rowsWritten()).toBe(before)
    const text = textOf(page)
    for (const said of [
      'Devise : rien → Pédaler ensemble',
      'Un local ? : rien → oui',
      'On vient : rien → En bus, À vélo',
    ])
      expect(text.replaceAll('\u00a0', ' ').replaceAll('avant : ', '')).toContain(said.split(' : ')[0])
    expect(text).toContain('En bus, À vélo')
    const history = textOf(await open(`${await world.linkOf('Sam')}/${groupUid('Pau')}/history`))
    expect(history).toContain('Pédaler ensemble')
  })

  test('shows what was said, and says nothing new when it is sent back as it is', async () => {
    const page = await open(await sectionOf('Lou', 'Pau', 'identity'))
    expect(page.fields).toContainEqual([control('devise'), 'Pédaler ensemble'])
    expect(page.fields).toContainEqual([control('local'), 'oui'])
    expect(page.fields.filter(([name]) => name === control('venues'))).toEqual([
      [control('venues'), ''],
      [control('venues'), 'bus'],
      [control('venues'), 'velo'],
    ])
    const before = await revisions()
    await submit(page)
    expect(await ownOf('Pau')).toEqual(kept)
    expect(await revisions()).toBe(before)
  })

  test('yes, no and not said are three answers', async () => {
    for (const [said, value] of [
      ['non', false],
      ['', undefined],
      ['oui', true],
    ] as const) {
      await submit(await open(await sectionOf('Lou', 'Pau', 'identity')), answered({ local: said }))
      expect((await ownOf('Pau')).local).toBe(value)
    }
  })

  test('is merged like ours: two people who answer two questions both win, and of one the second chooses', async () => {
    const [mine, theirs] = [
      await open(await sectionOf('Lou', 'Pau', 'identity')),
      await open(await sectionOf('Sam', 'Pau', 'identity')),
    ]
    await submit(theirs, answered({ velos: '15', devise: 'Rouler' }))
    const page = await submit(mine, answered({ velos: '20', projet: 'Deux rues' }))
    expect(page.status).toBe(409)
    const chosen = await submit(page, answered({ velos: '20' }))
    expect(chosen.status).toBe(200)
    expect(await ownOf('Pau')).toMatchObject({ velos: 20, devise: 'Rouler', projet: 'Deux rues' })
  })

  test('is taken back with the write that answered it', async () => {
    const saved = await submit(
      await open(await sectionOf('Sam', 'Pau', 'identity')),
      answered({ velos: '99', venues: '' }),
    )
    expect(await ownOf('Pau')).toMatchObject({ velos: 99 })
    expect((await ownOf('Pau')).venues).toBeUndefined()
    const last = /name="revision" value="(\d+)"/.exec(saved.html)?.[1] ?? ''
    const history = await open(`${await world.linkOf('Sam')}/${groupUid('Pau')}/history`)
    const page = await submit(history, { revision: last })
    expect(page.status).toBe(200)
    expect(await ownOf('Pau')).toMatchObject({ velos: 20, venues: 'bus,velo' })
  })
})

async function revisions(): Promise<number> {
  const count = await world.db.prepare('SELECT count(*) AS n FROM revision').first<number>('n')
  return count ?? 0
}

/** Rows of the table of groups and of whatever an own answer might have been spread over. */
async function rowsWritten(): Promise<number> {
  const count = await world.db
    .prepare('SELECT (SELECT count(*) FROM local_group) + (SELECT count(*) FROM section_row) AS n')
    .first<number>('n')
  return count ?? 0
}

describe('in other sections', () => {
  test('what is said of a referent is said of them in this group, and not of who comes after them', async () => {
    const name = `${personUid('Sam')}.own_taille`
    await submit(await open(await sectionOf('Lou', 'Pau', 'referents')), { [name]: 'M' })
    const own = () =>
      world.db
        .prepare(
          `SELECT json_group_array(json_array(person.name, referent.own ->> '$.taille')) AS sizes
           FROM referent JOIN person ON person.id = referent.person_id WHERE until_at IS NULL AND referent.own ->> '$.taille' IS NOT NULL`,
        )
        .first<string>('sizes')
    expect(JSON.parse((await own()) ?? '')).toEqual([['Sam', 'M']])
    await submit(await open(await sectionOf('Lou', 'Pau', 'referents')), {
      [`${personUid('Sam')}.name`]: 'Quelqu’un d’autre',
      [`${personUid('Sam')}.email`]: 'other@example.org',
    })
    expect(JSON.parse((await own()) ?? '')).toEqual([])
  })

  test('a row’s own answers are kept with it, and add up to a figure', async () => {
    const page = await open(await sectionOf('Lou', 'Pau', 'activities'))
    const [, row = ''] = page.fields.find(([name]) => name === 'row') ?? []
    const saved = await submit(page, {
      [`${row}.held_on`]: '2026-11-14',
      [`${row}.title`]: 'Stand',
      [`${row}.own_tracts`]: '300',
    })
    expect(saved.status).toBe(200)
    expect(textOf(saved)).toContain('Tracts')
    const numbers = textOf(await look(world, coordinator, '/dashboard'))
    expect(numbers).toContain('Tracts distribués')
    expect(numbers).toContain('300')
  })
})

describe('on the dashboard', () => {
  test('a number is a figure, each question a column, and what has options a filter', async () => {
    const overview = textOf(await look(world, coordinator, '/dashboard'))
    expect(overview).toContain('Vélos du réseau')
    const list = await look(
      world,
      coordinator,
      '/dashboard/groups?column=own_velos&column=own_venues&column=own_local&answer=acces.train',
    )
    expect(textOf(list)).toContain('En bus, À vélo')
    expect(textOf(list)).toContain('Archipel Pau')
    expect(textOf(list)).not.toContain('Archipel Dax')
    const names = async (answer: string) => {
      const text = textOf(await look(world, coordinator, `/dashboard/groups?answer=${answer}`))
      return ['Pau', 'Dax'].filter((town) => text.includes(`Archipel ${town}`))
    }
    expect(await names('local.oui')).toEqual(['Pau'])
    expect(await names('local.non')).toEqual([])
    expect(await names('local.-')).toEqual(['Dax'])
    expect(await names('venues.velo')).toEqual(['Pau'])
    expect(await names('venues.train')).toEqual([])
  })

  test('the group’s page tells all of them, the coordinators’ own too', async () => {
    const page = textOf(await look(world, coordinator, `/dashboard/groups/${groupUid('Pau')}`))
    for (const said of ['Pédaler', 'Rouler', 'En train', '21 juin 2026', 'presse@example.org'].slice(1))
      expect(page).toContain(said)
  })

  test('the same in CSV and JSON, as the schema says', async () => {
    const csv = (
      await look(world, coordinator, '/dashboard/groups.csv?column=own_velos&column=own_fete&column=own_venues')
    ).html
    expect(csv).toContain('Vélos,On vient,Fête')
    expect(csv).toContain('20,"En bus, À vélo",2026-06-21')
    const json = JSON.parse((await look(world, coordinator, '/dashboard/groups.json')).html)
    const pau = json.groups.find(({ id }: { id: string }) => id === groupUid('Pau'))
    expect(pau.own).toMatchObject({ velos: 20, local: true, venues: ['bus', 'velo'], fete: '2026-06-21' })
    const schema = JSON.parse((await look(world, coordinator, '/dashboard/groups.schema.json')).html)
    const { own } = schema.properties.groups.items.properties
    expect(Object.keys(own.properties)).toEqual(Object.keys(pau.own))
    expect(own.properties.velos.description).toBe('Bikes')
  })
})

describe('an answer of each type leaves', () => {
  const aboutGroups = questions.filter(
    ({ section = 'identity', audience }) => section === 'identity' && audience !== 'coordinators',
  )

  test('as a column of the template, and in a group’s own copies', async () => {
    const template = (await look(world, coordinator, '/desk/sheets/template.csv')).html
    for (const { label } of aboutGroups) expect(template, label.fr).toContain(label.fr)
    const copies = `${await world.linkOf('Lou')}/${groupUid('Pau')}/keep`
    const [record, whole] = await Promise.all(
      ['record', 'whole'].map(async (file) => (await fetch(`${copies}/${file}`)).text()),
    )
    for (const { label } of aboutGroups) expect(record, label.fr).toContain(label.fr)
    for (const said of ['presse@example.org', '+33559000000', '2026-06-21', 'blog.example.org'])
      expect(whole, said).toContain(said)
    expect(`${record}${whole}`).not.toContain('Avis de l’équipe')
  })

  test('in the month’s mail where it is expected there, to programs, and to everybody what is public alone', async () => {
    const mail = textOf(await look(world, coordinator, `/desk/groups/${groupUid('Pau')}/mail`))
    expect(mail).toContain('Devise')
    expect(mail).not.toContain('Fixe')
    await putOnMap(world, ['Pau'])
    await world.tick()
    const map = await (await fetch(`${world.url}/feeds/groups.json`)).text()
    expect(map).toContain('https://blog.example.org')
    const card = textOf(await open(`${world.url}/find/${groupUid('Pau')}`))
    expect(card).toContain('blog.example.org')
    const movement = await readMovement(world.db, fixed)
    const acting = { db: world.db, movement, actor: { kind: 'system' as const }, now: world.now() }
    const token = 'k'.repeat(43)
    await settleFeeds(acting, ['key', 'api', 'n8n'], { token, regions: null })
    const api = await fetch(`${world.url}/api/v1/groups?group=${groupUid('Pau')}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { data } = (await api.json()) as { data: { own: object }[] }
    expect(data[0]?.own).toMatchObject({
      velos: 20,
      local: true,
      acces: 'train',
      venues: 'bus,velo',
      fete: '2026-06-21',
    })
    for (const seen of [map, card, JSON.stringify(data)]) expect(seen).not.toMatch(/presse@|559 ?00|Avis/)
  })
})

test('facts have what can be counted, and no text that somebody typed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  try {
    await writeFacts(world.db, join(folder, 'facts.sqlite'), await readMovement(world.db, fixed), world.now())
    const file = new DatabaseSync(join(folder, 'facts.sqlite'), { readOnly: true })
    const row = file.prepare('SELECT * FROM groups WHERE id = ?').get(groupUid('Pau'))
    expect(row).toMatchObject({
      own_velos: 20,
      own_local: 1,
      own_acces: 'train',
      own_venues: 'bus,velo',
      own_fete: '2026-06-21',
    })
    expect(Object.keys(row ?? {})).not.toContain('own_devise')
    expect(file.prepare('SELECT own_tracts FROM activities').all()).toEqual([{ own_tracts: 300 }])
    file.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('a sheet brings answers, by the label or a heading of the movement’s', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  try {
    const path = join(folder, 'groupes.csv')
    await writeFile(
      path,
      'Nom du groupe;Vélos;Un local ?;On vient;Avis de l’équipe\nArchipel Dax;7;non;En bus, À vélo;À rappeler\n',
    )
    const { said } = await importPaths(world.db, [path], {
      movement: await readMovement(world.db, fixed),
      now: world.now(),
    })
    expect(said).not.toContain('inconnu')
    expect(await ownOf('Dax')).toEqual({ velos: 7, local: false, venues: 'bus,velo', avis: 'À rappeler' })
    const history = textOf(await open(`${await world.linkOf('Noa')}/${groupUid('Dax')}/history`))
    expect(history).not.toContain('À rappeler')
    expect(textOf(await look(world, coordinator, `/dashboard/groups/${groupUid('Dax')}`))).toContain('À rappeler')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

describe('a question that changes', () => {
  test('taken out and put back has its answers again, under its new name', async () => {
    const before = await ownOf('Pau')
    await ask(questions.filter(({ key }) => key !== 'velos'))
    const page = await open(await sectionOf('Lou', 'Pau', 'identity'))
    expect(textOf(page)).not.toContain('Vélos')
    await submit(page, answered({ projet: 'Trois rues' }))
    await ask(questions.map((one) => (one.key === 'velos' ? { ...one, label: { fr: 'Bicyclettes' } } : one)))
    const back = await open(await sectionOf('Lou', 'Pau', 'identity'))
    expect(textOf(back)).toContain('Bicyclettes')
    expect(back.fields).toContainEqual([control('velos'), '20'])
    expect(await ownOf('Pau')).toEqual({ ...before, projet: 'Trois rues' })
  })

  test('of another type, what was said stays, is shown, and is lost by no save', async () => {
    const retyped: Readonly<Record<string, object>> = {
      devise: { type: 'yes_no' },
      velos: { type: 'choice', options },
      local: { type: 'text' },
      acces: { type: 'choice', options: options.slice(0, 1) },
      venues: { type: 'number' },
      projet: { type: 'choices', options },
      fete: {
        type: 'choice',
        options: Array.from({ length: 9 }, (_, n) => ({ key: `o${n}`, label: { fr: `O ${n}` } })),
      },
    }
    const before = await ownOf('Pau')
    await ask(
      questions.map((one) => ({
        ...one,
        ...(one.key in retyped ? { figure: undefined, options: undefined, ...retyped[one.key] } : {}),
      })),
    )
    const page = await open(await sectionOf('Lou', 'Pau', 'identity'))
    expect(page.status).toBe(200)
    for (const said of ['Rouler', '20', 'train', 'Trois rues', '2026-06-21']) expect(page.html).toContain(said)
    const saved = await submit(page, answered({ presse: 'new@example.org' }))
    expect(saved.status).toBe(200)
    expect(await ownOf('Pau')).toEqual({ ...before, presse: 'new@example.org' })
    for (const path of ['', '/groups?column=own_velos&column=own_local', `/groups/${groupUid('Pau')}`, '/groups.json'])
      expect((await look(world, coordinator, `/dashboard${path}`)).status).toBe(200)
    await ask(questions)
    expect((await open(await sectionOf('Lou', 'Pau', 'identity'))).fields).toContainEqual([control('velos'), '20'])
  })
})
