import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { writeTables } from '#scripts/export/write-tables.ts'
import { movementOf } from '#shared/movement.ts'
import { openDatabase } from '#tests/support/database.ts'
import { contentsOf, folderOf, importPaths, importTexts } from '#tests/support/importing.ts'

const movement = movementOf({
  ...fixed,
  sections: [
    'identity',
    'referents',
    'activities',
    'campaigns',
    'trainings',
    'lists',
    { key: 'rooms', title: { fr: 'Locaux', en: 'Rooms' }, name: 'street' },
  ],
  questions: [
    { key: 'bikes', type: 'number', label: { fr: 'Vélos', en: 'Bikes' } },
    { key: 'open', type: 'yes_no', label: { fr: 'Ouvert à tous', en: 'Open to all' } },
    {
      key: 'themes',
      type: 'choices',
      label: { fr: 'Thèmes', en: 'Themes' },
      options: [
        { key: 'food', label: { fr: 'Manger, boire', en: 'Food, drinks' } },
        { key: 'housing', label: { fr: 'Logement', en: 'Housing' } },
      ],
    },
    { key: 'street', section: 'rooms', type: 'text', label: { fr: 'Rue', en: 'Street' }, required: true },
    { key: 'seats', section: 'rooms', type: 'number', label: { fr: 'Places', en: 'Seats' } },
  ],
})

let db: D1Database
let close: () => Promise<void>
let folder: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  const made = await folderOf({})
  folder = made.path('.')
  remove = made.remove
  await importTexts(
    db,
    [
      'Groupe;Ville;Statut;Membres;Latitude;Longitude;Création;Référent·e 1;Mail réf 1;Tél réf 1;Langue réf 1;Référent·e 2;Tél réf 2\nBrest;Brest;actif;12;48.39;-4.49;27/03/2019;Lou;lou@example.org;06 12 34 56 78;en;Sam;06 12 34 56 79\nPau;Pau;en sommeil;;;;;Noa;noa@example.org;;;;\nDax;Dax;fermé;3;;;;Lou;lou@example.org;;;;\n',
      'Campagne;Date\nFête;01/05/2026\nMarche;02/05/2026\n',
      'Groupe;Campagne;Rôle;Personnes\nBrest;Fête;organise;40\nPau;Fête;participe;\nBrest;Marche;relaie;7\n',
      'Groupe;Thème;Date;Participants\nBrest;Écouter;01/03/2026;12\nPau;Écouter;02/03/2026;\n',
      'Groupe;Titre;Date;Participant·es\nBrest;Marche, « nuit »;12/12/2026;30\nBrest;Marche, « nuit »;13/12/2026;\nPau;=Repas;14/12/2026;12\n',
      'Groupe;Vélos;Ouvert à tous;Thèmes\nBrest;12;oui;food, Logement\nPau;;non;Manger, boire\n',
      'Groupe;Rue;Places\nBrest;rue du Port;40\nBrest;rue Haute;15\n',
    ],
    { movement },
  )
})
afterAll(async () => {
  await close()
  await remove()
})

const exportAll = (withPeople = true, language: 'fr' | 'en' = 'fr') =>
  writeTables(db, folder, { movement, language, withPeople })
const files = async () =>
  (await readdir(folder)).filter((name) => name.endsWith('.csv')).map((name) => join(folder, name))
const imported = async (apply = true) => importPaths(db, await files(), { movement, apply })
const rowsOf = async (name: string): Promise<Record<string, string>[]> =>
  parse(await readFile(join(folder, name)), { columns: true })

/** Writes a table anew, as another program exports it: its own order and quotes, and what it says where `edit` changes a row. */
async function edit(name: string, change: (row: Record<string, string>) => Record<string, string>): Promise<void> {
  const rows = (await rowsOf(name)).map(change)
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const heading = Object.keys(rows[0] ?? {})
  const lines = [heading, ...rows.reverse().map((row) => heading.map((column) => row[column] ?? ''))]
  await writeFile(join(folder, name), `\uFEFF${lines.map((cells) => cells.map(cell).join(',')).join('\n')}`)
}

test('tables for other programs come back as they are, and change nothing', async () => {
  const counts = await exportAll()
  const kept = await db
    .prepare(`SELECT
      (SELECT count(*) FROM local_group) AS "groups.csv", (SELECT count(*) FROM referent) AS "referents.csv", (SELECT count(*) FROM campaign) AS "campaigns.csv",
      (SELECT count(*) FROM participation) AS "participations.csv", (SELECT count(*) FROM training) AS "trainings.csv", (SELECT count(*) FROM activity) AS "activities.csv",
      (SELECT count(*) FROM section_row) AS "own_rooms.csv"`)
    .first()
  expect(Object.fromEntries(counts)).toEqual(kept)
  for (const language of ['fr', 'en'] as const) {
    await exportAll(true, language)
    const before = await contentsOf(db)
    const { counts: told, summary } = await imported()
    expect(told).toMatchObject({ new: 0, changed: 0 })
    expect(told.unchanged).toBe([...counts.values()].reduce((sum, rows) => sum + rows, 0))
    expect(summary.sheets.flatMap(({ faults }) => faults)).toEqual([])
    expect(await contentsOf(db)).toBe(before)
  }
})

test('each row has an id of its own, and the id of its group', async () => {
  await exportAll()
  const headings = (await Promise.all((await files()).map((path) => readFile(path, 'utf8')))).map(
    (text) => text.split('\r\n')[0] ?? '',
  )
  expect(headings.filter((line) => /\s{2}|\{n\}/.test(line))).toEqual([])
  const groups = new Set((await rowsOf('groups.csv')).map(({ id }) => id))
  for (const path of await files()) {
    const rows = await rowsOf(path.slice(folder.length))
    expect(new Set(rows.map(({ id }) => id)).size, path).toBe(rows.length)
    if (!/(groups|campaigns)\.csv$/.test(path))
      expect(
        rows.every((row) => groups.has(row['Id du groupe'] ?? '')),
        path,
      ).toBe(true)
  }
})

test('what another program changed in a row is changed in that row, even its name, its day or its group’s', async () => {
  await exportAll()
  await edit('groups.csv', (row) =>
    row['Nom du groupe']?.includes('Brest') ? { ...row, 'Nom du groupe': 'Archipel du Ponant', Vélos: '13' } : row,
  )
  await edit('activities.csv', (row) =>
    row.Date === '2026-12-13' ? { ...row, Activité: 'Veillée', Date: '2026-12-20' } : row,
  )
  await edit('own_rooms.csv', (row) => (row.Rue === 'rue Haute' ? { ...row, Rue: 'rue Basse' } : row))
  const campaigns = await rowsOf('campaigns.csv')
  const renamed = campaigns[0]?.Campagne
  await edit('campaigns.csv', (row) => (row.Campagne === renamed ? { ...row, Campagne: 'Un autre nom' } : row))
  await edit('participations.csv', (row) => (row.Campagne === renamed ? { ...row, Campagne: 'Un autre nom' } : row))
  const { counts } = await imported()
  expect(counts).toMatchObject({ new: 0, changed: 4 })
  const names = await db
    .prepare(`SELECT (SELECT json_group_array(name) FROM local_group WHERE name LIKE '%Ponant%' OR name LIKE '%Brest%') AS groups,
      (SELECT json_group_array(title || ' ' || held_on) FROM (SELECT * FROM activity ORDER BY held_on)) AS activities,
      (SELECT json_group_array(own ->> 'street') FROM section_row) AS rooms,
      (SELECT count(*) FROM campaign) AS campaigns,
      (SELECT own ->> 'bikes' FROM local_group WHERE name LIKE '%Ponant%') AS bikes`)
    .first<Record<string, string | number>>()
  expect(names).toEqual({
    groups: '["Archipel du Ponant"]',
    activities: '["Marche, « nuit » 2026-12-12","=Repas 2026-12-14","Veillée 2026-12-20"]',
    rooms: '["rue du Port","rue Basse"]',
    campaigns: campaigns.length,
    bikes: 13,
  })
  expect((await imported()).counts).toMatchObject({ new: 0, changed: 0 })
})

test('a row that another program adds is new, and one that it left out stays', async () => {
  await exportAll()
  const group = (await rowsOf('groups.csv'))[0]?.id ?? ''
  await writeFile(join(folder, 'trainings.csv'), `id,Groupe,Thème,Date\n,${group},Écouter,2026-10-01\n`)
  const before = await db.prepare('SELECT count(*) AS n FROM training').first<number>('n')
  expect((await imported()).counts).toMatchObject({ new: 1, changed: 0 })
  expect(await db.prepare('SELECT count(*) AS n FROM training').first('n')).toBe((before ?? 0) + 1)
})

test('nobody is named in tables that are not asked for people', async () => {
  for (const name of await files()) await rm(name)
  await db.prepare(`UPDATE local_group SET note = 'le numéro de Lou'`).run()
  await exportAll(false)
  const texts = await Promise.all((await files()).map((path) => readFile(path, 'utf8')))
  expect(texts.join('\n')).not.toMatch(/Lou|@example|\+33/)
  expect(await files()).not.toContain(join(folder, 'referents.csv'))
})
