import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { writeFacts } from '#scripts/export/write-facts.ts'
import { settleFeeds } from '#scripts/feeds/settle.ts'
import { setSettings } from '#scripts/settings/set.ts'
import { readMovement } from '#shared/db/settings.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { open, type Sheet, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { importPaths } from '#tests/support/importing.ts'
import { groupUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const sections = [
  'identity',
  {
    key: 'meetings',
    title: { fr: 'Réunions', en: 'Meetings' },
    row: { fr: 'réunion', en: 'meeting' },
    name: 'topic',
    day: 'on',
  },
  { key: 'board', title: { fr: 'Bureau', en: 'Board' }, name: 'who' },
  'referents',
]
const questions = [
  { key: 'on', section: 'meetings', type: 'day', label: { fr: 'Le', en: 'On' }, required: true },
  { key: 'topic', section: 'meetings', type: 'text', label: { fr: 'Sujet', en: 'Topic' }, required: true },
  {
    key: 'present',
    section: 'meetings',
    type: 'number',
    label: { fr: 'Présent·es', en: 'Present' },
    figure: { fr: 'Venues', en: 'Visits' },
  },
  { key: 'who', section: 'board', type: 'text', label: { fr: 'Nom', en: 'Name' } },
]

let world: World
let coordinator: string

beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'] } })
  await set({ sections, questions })
  coordinator = await signIn(world)
})
afterAll(() => world.stop())

const set = (values: object) =>
  setSettings(
    { db: world.db, fixed, now: world.now() },
    Object.entries(values).map(([key, value]): [string, string] => [key, JSON.stringify(value)]),
  )
const pageOf = async (name: string, town: string, path = '') =>
  open(`${await world.linkOf(name)}/${groupUid(town)}${path}`)
const rowsIn = (page: Sheet) => [...new Set(page.fields.filter(([name]) => name === 'row').map(([, value]) => value))]
const one = <Value>(sql: string) => world.db.prepare(sql).first<Value>('value')

describe('a section of the movement’s own', () => {
  test('stands in the order that the movement says, and those of ours that it does not name nowhere', async () => {
    const text = textOf(await pageOf('Lou', 'Pau'))
    const places = ['Le groupe', 'Réunions', 'Bureau', 'Référent·es'].map((title) => text.indexOf(title))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    for (const gone of ['Activités', 'Campagnes', 'Formations']) expect(text).not.toContain(gone)
    expect((await pageOf('Lou', 'Pau', '/campaigns')).status).toBe(404)
  })

  test('has rows that are added, checked, corrected, told and taken off', async () => {
    const page = await pageOf('Lou', 'Pau', '/own_meetings')
    const [row = ''] = rowsIn(page)
    const refused = await submit(page, { [`${row}.own_topic`]: 'Rentrée', [`${row}.own_present`]: '12' })
    expect(refused.status).toBe(422)
    const saved = await submit(refused, { [`${row}.own_on`]: '8 septembre 2026' })
    expect(saved.status).toBe(200)
    expect(textOf(saved)).toContain('Réunions, ajout')
    expect(textOf(saved)).toContain('Rentrée')
    expect(JSON.parse((await one<string>('SELECT own AS value FROM section_row')) ?? '')).toEqual({
      on: '2026-09-08',
      topic: 'Rentrée',
      present: 12,
    })
    const again = await pageOf('Lou', 'Pau', '/own_meetings')
    await submit(again, { [`${row}.own_present`]: '14' })
    expect(textOf(await pageOf('Sam', 'Pau', '/history'))).toContain('Rentrée, présent·es')
    const board = await pageOf('Lou', 'Pau', '/own_board')
    const [member = ''] = rowsIn(board)
    await submit(board, { [`${member}.own_who`]: 'Ada' })
    expect(textOf(await pageOf('Lou', 'Pau', '/own_board'))).toContain('Supprimer « Ada »')
    await submit(await pageOf('Lou', 'Pau', '/own_board'), { [`${member}.remove`]: 'oui' })
    expect(await one<number>('SELECT count(*) AS value FROM section_row')).toBe(1)
  })

  test('takes no row of another group or section for its own', async () => {
    const row = (await one<string>('SELECT uid AS value FROM section_row')) ?? ''
    for (const [name, town, path, field] of [
      ['Noa', 'Dax', '/own_meetings', 'own_topic'],
      ['Lou', 'Pau', '/own_board', 'own_who'],
    ] as const) {
      const page = await pageOf(name, town, path)
      const forged = await submit(page, { row, [`${row}.${field}`]: 'Volé', [`${row}.own_on`]: '2026-09-08' })
      expect(forged.status).toBeGreaterThanOrEqual(400)
    }
    expect(await one<string>(`SELECT own ->> '$.topic' AS value FROM section_row`)).toBe('Rentrée')
  })

  test('is read from a sheet, and the same sheet again changes nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
    try {
      const path = join(folder, 'meetings.csv')
      await writeFile(
        path,
        'Groupe,Le,Sujet,Présent·es\nArchipel Dax,12/10/2026,Bilan,9\nArchipel Pau,08/09/2026,Rentrée,14\n',
      )
      const movement = await readMovement(world.db, fixed)
      const first = await importPaths(world.db, [path], { movement, now: world.now() })
      expect(first.counts).toMatchObject({ new: 1, unchanged: 1 })
      expect(first.said).toContain('1 autre ligne')
      const again = await importPaths(world.db, [path], { movement, now: world.now() })
      expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
      expect(textOf(await pageOf('Noa', 'Dax'))).toContain('Bilan')
      await writeFile(path, 'Groupe,Le,Sujet,Présent·es\nArchipel Pau,08/09/2026,Rentrée,15\n')
      const { said } = await importPaths(world.db, [path], { apply: false, movement, now: world.now() })
      expect(said).toMatch(/Rentrée[^\n]*Présent·es[^\n]*15/i)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('counts on the dashboard, in the facts and in what is checked; ours that are off are not there', async () => {
    const overview = textOf(await look(world, coordinator, '/dashboard'))
    for (const there of ['Réunions', 'Venues']) expect(overview).toContain(there)
    const network = textOf(await look(world, coordinator, '/dashboard/network'))
    const group = textOf(await look(world, coordinator, `/dashboard/groups/${groupUid('Pau')}`))
    expect(group).toContain('Rentrée')
    for (const page of [overview, network, group])
      for (const gone of ['ormation', 'ampagne', 'Activité']) expect(page).not.toContain(gone)
    const folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
    try {
      await writeFacts(world.db, join(folder, 'f.sqlite'), await readMovement(world.db, fixed), world.now())
      const file = new DatabaseSync(join(folder, 'f.sqlite'), { readOnly: true })
      expect(file.prepare('SELECT group_id, own_on, own_present FROM own_meetings').all()).toEqual([
        { group_id: groupUid('Pau'), own_on: '2026-09-08', own_present: 14 },
        { group_id: groupUid('Dax'), own_on: '2026-10-12', own_present: 9 },
      ])
      const tables = file.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()
      expect(tables.map(({ name }) => name)).not.toContain('trainings')
      file.close()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    const { names } = sheetKinds(await readMovement(world.db, fixed))
    expect(names).toEqual(['places', 'groups', 'referents', 'languages', 'own_meetings', 'own_board'])
  })

  test('is read by programs with a key for people, and ours that are off are not there', async () => {
    const acting = {
      db: world.db,
      movement: await readMovement(world.db, fixed),
      actor: { kind: 'system' as const },
      now: world.now(),
    }
    const keys = { 'api/people': 'p'.repeat(43), api: 'a'.repeat(43) }
    for (const [purpose, token] of Object.entries(keys))
      await settleFeeds(acting, ['key', purpose, purpose], { token, regions: null })
    const get = async (path: string, token: string) => {
      const response = await fetch(`${world.url}/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` } })
      const text = await response.text()
      return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as { data?: object[] } }
    }
    const { body } = await get('rows', keys['api/people'])
    expect(body.data).toContainEqual({
      id: expect.any(String),
      group: groupUid('Pau'),
      section: 'meetings',
      own: { on: '2026-09-08', topic: 'Rentrée', present: 14 },
    })
    expect((await get('rows', keys.api)).status).toBe(403)
    for (const off of ['activities', 'trainings', 'participations'])
      expect(await get(off, keys.api)).toMatchObject({
        status: 404,
        body: { known: ['groups', 'people', 'answers', 'rows'] },
      })
    const described = await (await fetch(`${world.url}/api/v1/openapi.json`)).text()
    expect(described).not.toMatch(/training|activit|campaign/i)
  })

  test('stands at the desk and on the dashboard, where nothing is left of ours that are off', async () => {
    for (const path of [
      '/dashboard',
      '/dashboard/groups',
      '/dashboard/network',
      '/dashboard/map',
      '/desk',
      '/desk/sheets',
      '/desk/start',
    ]) {
      const text = textOf(await look(world, coordinator, path))
      expect(text, path).not.toMatch(/campagne|formation(?!s? (?:de|sur))|activité/i)
    }
    expect((await look(world, coordinator, '/desk/campaigns')).status).toBe(404)
  })

  test('is one of those that a record is checked in', async () => {
    const checked = () =>
      one<string>(
        `SELECT checked_at AS value FROM group_check WHERE group_id = (SELECT id FROM local_group WHERE uid = '${groupUid('Dax')}')`,
      )
    const page = await pageOf('Noa', 'Dax')
    const button = /formaction="([^"]*)"|action="([^"]*confirm[^"]*)"/.exec(page.html)
    expect(await checked()).toBeNull()
    const done = await submit(page, {}, new URL(button?.[1] ?? button?.[2] ?? '', page.url).href)
    expect(done.status).toBe(200)
    expect(await checked()).toBe(world.now().toISOString())
    await set({ sections: [...sections, 'trainings'] })
    expect(await checked()).toBeNull()
    await set({ sections })
    expect(await checked()).toBe(world.now().toISOString())
  })
})

test('a movement cannot be without its groups and their referents, nor call a section of its own as one of ours', async () => {
  for (const wrong of [
    ['identity'],
    ['identity', 'referents', { key: 'lists', title: { en: 'Lists' } }],
    ['identity', 'referents', 'meetings'],
  ])
    await expect(set({ sections: wrong })).rejects.toMatchObject({ name: 'Stop' })
})
