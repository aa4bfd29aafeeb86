import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { townsOf } from '#scripts/import/towns.ts'
import { root } from '#scripts/local/paths.ts'
import { readField } from '#shared/record/field.ts'
import { fold } from '#shared/record/fold.ts'
import { type groupStates, identity } from '#shared/record/sections/identity.ts'
import { neutralise } from '#shared/sheet/neutral.ts'
import type { Faulted, SheetSummary } from '#shared/sheet/summary.ts'
import { openDatabase } from '#tests/support/database.ts'
import { contentsOf, type Imported, importPaths, sampleFiles } from '#tests/support/importing.ts'

type Quirk = { group: string; column: string; kind: string; value?: string; with?: string }
const expected = JSON.parse(await readFile(join(root, 'sample/expected.json'), 'utf8'))
const quirks: Quirk[] = expected.quirks

let db: D1Database
let close: () => Promise<void>
let empty: string
let preview: Imported
let previewed: string
let first: Imported
let imported: string
let second: Imported

beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  empty = await contentsOf(db)
  preview = await importPaths(db, sampleFiles, { townsOf: () => townsOf('FR'), apply: false })
  previewed = await contentsOf(db)
  first = await importPaths(db, sampleFiles, { townsOf: () => townsOf('FR') })
  imported = await contentsOf(db)
  second = await importPaths(db, sampleFiles)
})
afterAll(() => close())

function sheetOf(name: string): SheetSummary {
  const found = first.summary.sheets.find(({ sheet }) => sheet.title === `${name}.csv`)
  if (!found) throw new Error(`no sheet ${name}`)
  return found
}

async function rows<Row>(sql: string, ...params: unknown[]): Promise<Row[]> {
  return (
    await db
      .prepare(sql)
      .bind(...params)
      .all<Row>()
  ).results
}
const column = async (sql: string, ...params: unknown[]) =>
  (await rows<{ value: unknown }>(sql, ...params)).map(({ value }) => value)

describe('the sample movement’s sheets', () => {
  test('are previewed without a write, and the preview tells what applying then does', async () => {
    expect(previewed).toBe(empty)
    expect(preview.counts).toEqual(first.counts)
    expect(first.said).toContain(preview.said.split('\n\nRien n’a été écrit')[0] ?? 'nothing')
  })

  test('imported twice change nothing the second time', async () => {
    expect(second.counts).toMatchObject({ new: 0, changed: 0 })
    expect(await contentsOf(db)).toBe(imported)
    expect(second.said).toContain('Rien de nouveau\u00a0: tout est déjà là.')
  })

  test('have as many rows and groups as expected', async () => {
    const { sheet } = sheetOf('groups')
    expect(sheet.rows.length + sheet.blankRows).toBe(expected.dataRows)
    expect(sheet.blankRows).toBe(expected.blankRows)
    expect(await column('SELECT count(*) AS value FROM local_group')).toEqual([expected.groups])
    expect(sheetOf('groups').counts).toEqual({
      new: expected.groups,
      changed: 0,
      unchanged: 0,
      doubled: expected.duplicates.length,
    })
  })

  test('have the doubled rows that are expected, merged', () => {
    expect(
      sheetOf('groups')
        .remarks.get('doubled')
        ?.first.map(({ who }) => who),
    ).toEqual(expected.duplicates)
  })

  test('have the groups without referent that are expected', async () => {
    const without = await column(
      `SELECT name AS value FROM local_group
       WHERE id NOT IN (SELECT group_id FROM referent)`,
    )
    expect(without).toEqual(expected.groupsWithoutReferent)
    expect(
      sheetOf('groups')
        .remarks.get('no_referent')
        ?.first.map(({ who }) => who),
    ).toEqual(expected.groupsWithoutReferent)
  })

  test('have the referents’ seats that are expected, those with a broken address refused', async () => {
    const refused = sheetOf('groups').faults.filter(({ fault }) => fault.loses === 'referent')
    const [memberships] = await column('SELECT count(*) AS value FROM referent WHERE until_at IS NULL')
    expect(refused).toHaveLength(quirks.filter(({ kind }) => kind === 'invalid email').length)
    expect(Number(memberships) + refused.length).toBe(expected.referentSeats)
  })

  test('have the states that are expected', async () => {
    const states = await rows<{ state: keyof typeof groupStates; n: number }>(
      'SELECT state, count(*) AS n FROM local_group GROUP BY state',
    )
    // The sheets say « en sommeil » of a group that is paused
    const found = new Map(states.map(({ state, n }) => [state, n]))
    const said = Object.entries(expected.statuses).map(
      ([word, n]) => [readField(identity('FR').fields.state, word).value, n] as const,
    )
    expect(found).toEqual(new Map(said))
  })

  test('have the active members that are expected, but for the group whose figure is a word', async () => {
    const [members] = await column('SELECT sum(active_members) AS value FROM local_group')
    // The expected sum was made before 96 became « une trentaine » at Limoges
    expect(Number(members)).toBe(expected.activeMembers - 96)
    expect(await column('SELECT name AS value FROM local_group WHERE active_members IS NULL')).toEqual([
      'Archipel Limoges',
    ])
  })

  test('have the campaigns, participations and trainings that are expected', async () => {
    const count = (table: string) => column(`SELECT count(*) AS value FROM ${table}`)
    expect(await count('campaign')).toEqual([expected.campaigns])
    expect(await count('participation')).toEqual([expected.participations])
    expect(await count('training')).toEqual([expected.trainings])
  })

  test('have one training of a group that does not exist, refused', () => {
    expect(sheetOf('trainings').faults.map(({ fault }) => [fault.value, fault.problem.code])).toEqual(
      expected.trainingsUnknownGroup.map((group: string) => [group, 'group_unknown']),
    )
  })

  test('have every group at its place, by the sheet of places or by the open list', async () => {
    expect(await column('SELECT name AS value FROM local_group WHERE latitude IS NULL OR longitude IS NULL')).toEqual(
      [],
    )
    const lyon = await rows('SELECT latitude, longitude FROM local_group WHERE town = ?1', 'Lyon')
    expect(lyon).toEqual([{ latitude: 45.74846, longitude: 4.84671 }])
  })

  test('make one revision a group, by the import', async () => {
    expect(await rows('SELECT author, number, count(*) AS n FROM revision GROUP BY author, number')).toEqual([
      { author: 'import', number: 1, n: expected.groups },
    ])
  })
})

describe('what is odd in the sample', () => {
  const faults: Record<string, string> = {
    'invalid email': 'email_invalid',
    'impossible date': 'day_impossible',
    'not a number': 'number_unreadable',
    'short postcode': 'postcode_invalid',
  }
  const asFault = ({ who, entry, fault }: Faulted) =>
    [who, entry.sheet.headings[fault.columns[0] ?? -1], fault.value, fault.problem.code].join(' | ')

  test('is refused exactly where it is expected, and nowhere else', () => {
    const wrong = quirks.filter(({ kind }) => faults[kind])
    expect(sheetOf('groups').faults.map(asFault).toSorted()).toEqual(
      wrong
        .map(({ group, column: heading, value, kind }) => [group, heading, value, faults[kind]].join(' | '))
        .toSorted(),
    )
  })

  test('is taken where it is accepted', async () => {
    const accepted = quirks.filter(({ kind }) => !faults[kind])
    const checked = await Promise.all(accepted.map(async (quirk) => [quirk.kind, await isTaken(quirk)]))
    expect(checked).toEqual(accepted.map(({ kind }) => [kind, true]))
    expect(accepted).toHaveLength(5)
  })

  async function isTaken({ group, kind, value, with: other }: Quirk): Promise<boolean> {
    const [row] = await rows<{ state: string; note: string }>(
      'SELECT state, note FROM local_group WHERE name = ?1',
      group,
    )
    if (kind.startsWith('case and trailing space')) return row?.state === 'active'
    if (kind.startsWith('spreadsheet formula'))
      return row?.note === '=HYPERLINK("https://evil.example","clic")' && neutralise(row.note).startsWith("'=")
    if (kind.startsWith('line break')) return row?.note === 'A déménagé,\nvoir avec « la Base » ; "urgent"'
    if (kind.startsWith('upper case')) return (await addressesOf(group)).includes(String(value).trim().toLowerCase())
    if (kind.startsWith('one person')) {
      const both = await addressesOf(String(other))
      return (await addressesOf(group)).filter((address) => both.includes(address)).length === 1
    }
    throw new Error(`not looked at: ${kind}`)
  }

  async function addressesOf(group: string): Promise<string[]> {
    const found = await column(
      `SELECT person.email AS value FROM local_group g
       JOIN referent ON referent.group_id = g.id
       JOIN person ON person.id = referent.person_id
       WHERE g.name_key = ?1`,
      fold(group),
    )
    return found.map(String)
  }
})
