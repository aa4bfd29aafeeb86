import { chmod, readFile, writeFile } from 'node:fs/promises'
import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { undoTowns } from '#shared/actions/change-towns.ts'
import { ask } from '#shared/db/ask.ts'
import { listKnownGroups } from '#shared/db/known-groups.ts'
import { writeRecords } from '#shared/db/record-changes.ts'
import { insertRevisions } from '#shared/db/revisions.ts'
import { findTownChanges } from '#shared/db/town-changes.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { summaryData } from '#shared/sheet/summary-data.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { contentsOf, folderOf, importPaths, importTexts } from '#tests/support/importing.ts'

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterEach(() => clearDatabase(db))
afterAll(() => close())

const header = 'Nom du groupe;Ville;Nb membres actif·ves;Référent·e 1;Mail réf 1;Tél réf 1'
const groups = (...rows: string[]) => [header, ...rows].join('\n')
const pau = 'Archipel Pau;Pau;12;Lou;lou@example.org;06 12 34 56 78'
const brest = 'Archipel Brest;Brest;8;Sam;sam@example.org;'

async function known(name: string) {
  const [group] = await listKnownGroups(db, movement.sections, { uids: [], names: [name] })
  if (!group) throw new Error(`no group ${name}`)
  return group
}

/** Somebody of the group saves its record through the form. */
async function save(name: string, edit: (record: GroupRecord) => GroupRecord, on: D1Database = db): Promise<void> {
  const { record, number } = await known(name)
  const group = record.group[0]?.uid ?? ''
  const after = edit(record)
  const changes = diffRecords(record, after)
  const now = new Date('2026-12-02T10:00:00Z')
  await on.batch([
    insertRevisions(on, [{ group, number: number + 1, author: 'referent', person: null, changes }], now),
    ...writeRecords({ db: on, sections: movement.sections, now }, [{ group, record: after, changes }]),
  ])
}

const withMembers = (active_members: number) => (record: GroupRecord) => ({
  ...record,
  group: record.group.map((row) => ({ ...row, active_members })),
})

async function histories(): Promise<Record<string, string[]>> {
  const { results } = await db
    .prepare('SELECT g.town, revision.author FROM revision JOIN local_group g ON g.id = group_id ORDER BY town, number')
    .all<{ town: string; author: string }>()
  return Object.fromEntries(
    [...Map.groupBy(results, ({ town }) => town)].map(([town, rows]) => [town, rows.map(({ author }) => author)]),
  )
}

test('a sheet of which nothing can be taken is not said to be there already, and one that is there is', async () => {
  const referents = 'Groupe;Référent;Mail référent\nLyon;Léa Roy;lea@example.org\n'
  expect((await importTexts(db, [referents])).said).toContain('Rien à écrire. Ce qui n’est pas pris')
  await importTexts(db, [groups(pau)])
  expect((await importTexts(db, [groups(pau)])).said).toContain('tout est déjà là')
})

test('a state is shown in the words that the page has for it, not as some sheet writes it', async () => {
  const { said } = await importTexts(db, ['Groupe;Ville;Statut\nPau;Pau;inactif\nLyon (dissous);Lyon;\n'], {
    apply: false,
  })
  expect(said).toContain('inactif → en pause')
  expect(said).toContain('dissous → fermé')
})

describe('importing again', () => {
  test('shows what somebody changed through the form meanwhile, and puts it back only when applied', async () => {
    await importTexts(db, [groups(pau, brest)])
    await save('Archipel Pau', withMembers(20))
    const preview = await importTexts(db, [groups(pau, brest)], { apply: false })
    expect(preview.counts).toEqual({ new: 0, changed: 1, unchanged: 1 })
    expect(preview.said).toMatch(/Archipel Pau\n +Nb membres actif·ves +20 → 12/)
    expect((await known('Archipel Pau')).record.group[0]?.active_members).toBe(20)
    await importTexts(db, [groups(pau, brest)])
    expect((await known('Archipel Pau')).record.group[0]?.active_members).toBe(12)
    expect(await histories()).toEqual({ Brest: ['import'], Pau: ['import', 'referent', 'import'] })
  })

  test('does not put back a referent who left through the form, and says since when', async () => {
    await importTexts(db, [groups(pau)])
    await save('Archipel Pau', (record) => ({ ...record, referents: [] }))
    const { said } = await importTexts(db, [groups(pau)])
    expect(said).toMatch(/Archipel Pau +Mail réf 1 +lou@example\.org\n.*Lou a quitté ce groupe le 02\/12\/2026/)
    expect((await known('Archipel Pau')).record.referents).toEqual([])
  })

  test('finds a group under the names that it had, and by the id of our own export, renames included', async () => {
    await importTexts(db, [groups(pau)])
    const uid = (await known('Archipel Pau')).record.group[0]?.uid ?? ''
    const renamed = (record: GroupRecord) => ({
      ...record,
      group: record.group.map((row) => ({ ...row, name: 'Pau en commun' })),
    })
    await save('Archipel Pau', renamed)
    const older = await importTexts(db, [groups('Archipel Pau;Pau;30;;;')])
    expect(older.counts).toEqual({ new: 0, changed: 1, unchanged: 0 })
    expect((await known('Pau en commun')).record.group[0]).toMatchObject({ uid, active_members: 30 })
    const exported = await importTexts(db, [`id,Groupe,Nb membres actif·ves\n${uid},Pau solidaire,31\n`])
    expect(exported.counts).toEqual({ new: 0, changed: 1, unchanged: 0 })
    expect((await known('Pau solidaire')).record.group[0]).toMatchObject({ uid, active_members: 31 })
  })

  test('with an empty cell, or without a referent’s row, takes nothing away', async () => {
    await importTexts(db, [groups(pau)])
    const before = await contentsOf(db)
    await importTexts(db, [groups('Archipel Pau;;;;;')])
    expect(await contentsOf(db)).toBe(before)
  })

  test('tells every group of a person what it changes in them', async () => {
    await importTexts(db, [groups(pau, 'Archipel Brest;Brest;8;Lou;lou@example.org;')])
    const { counts } = await importTexts(db, [groups(pau.replace('Lou;', 'Lou Roux;'))])
    expect(counts).toEqual({ new: 0, changed: 1, unchanged: 0 })
    const { record } = await known('Archipel Brest')
    expect(record.referents[0]?.name).toBe('Lou Roux')
    expect(await histories()).toEqual({ Brest: ['import', 'import'], Pau: ['import', 'import'] })
  })
})

describe('while others write', () => {
  /** A database before whose batches, when they hold revisions, something happens once. */
  function interrupted(happens: () => Promise<void>): D1Database {
    let done = false
    return {
      prepare: (sql: string) => db.prepare(sql),
      batch: async (statements: never[]) => {
        if (!done && (await db.prepare('SELECT 1 FROM local_group').first()) !== null) {
          done = true
          await happens()
        }
        return db.batch(statements)
      },
    } as unknown as D1Database
  }

  test('a group that somebody saves in the same instant stays as they left it, and the others are written', async () => {
    await importTexts(db, [groups(pau, brest)])
    const meanwhile = interrupted(() => save('Archipel Pau', withMembers(20)))
    const sheet = groups(pau.replace('12', '15'), brest.replace(';8;', ';9;'))
    const { applied, said } = await importTexts(meanwhile, [sheet])
    expect(applied).toMatchObject({ groups: { made: 0, changed: 1 }, leftOut: ['Archipel Pau'] })
    expect(said).toContain('pendant l’import\u00a0: Archipel Pau')
    expect((await known('Archipel Pau')).record.group[0]?.active_members).toBe(20)
    expect((await known('Archipel Brest')).record.group[0]?.active_members).toBe(9)
  })

  test('a person whom somebody makes in the same instant is one person', async () => {
    await importTexts(db, [groups(brest)])
    const uid = crypto.randomUUID()
    const lou = { uid, name: 'Lou', email: 'lou@example.org', phone: null, role: null }
    const meanwhile = interrupted(() =>
      save('Archipel Brest', (record) => ({ ...record, referents: [...record.referents, lou] })),
    )
    await importTexts(meanwhile, [groups(pau)])
    expect((await known('Archipel Pau')).record.referents.map((membership) => membership.uid)).toEqual([uid])
  })

  test('an import that dies half-way is completed by the same import, with nothing twice', async () => {
    const many = groups(...Array.from({ length: 1200 }, (_, n) => `Groupe ${n};Pau;${n};Lou ${n};lou${n}@example.org;`))
    let batches = 0
    const dying = {
      prepare: (sql: string) => db.prepare(sql),
      batch: (statements: never[]) => {
        batches += 1
        if (batches === 3) throw new Error('killed')
        return db.batch(statements)
      },
    } as unknown as D1Database
    await expect(importTexts(dying, [many])).rejects.toThrow('killed')
    const { counts } = await importTexts(db, [many])
    expect(counts.unchanged).toBeGreaterThan(0)
    expect(counts).toMatchObject({ new: 1200 - (counts.unchanged ?? 0), changed: 0 })
    const { results } = await db
      .prepare(
        `SELECT
           (SELECT count(*) FROM local_group) AS groups, (SELECT count(*) FROM person) AS people,
           (SELECT count(*) FROM referent) AS memberships, (SELECT count(*) FROM revision) AS revisions`,
      )
      .all()
    expect(results).toEqual([{ groups: 1200, people: 1200, memberships: 1200, revisions: 1200 }])
  })

  test('a group with more trainings than one statement holds has them all, in several revisions', async () => {
    const rows = Array.from({ length: 4500 }, (_, n) => `Pau;${'Prendre la parole '.repeat(4)}${n};12/05/2023;${n}`)
    const { applied } = await importTexts(db, [groups(pau), ['Groupe;Thème;Date;Participant·es', ...rows].join('\n')])
    expect(applied?.rows.trainings).toBe(4500)
    expect((await known('Archipel Pau')).record.trainings).toHaveLength(4500)
    expect((await histories()).Pau?.length).toBeGreaterThan(1)
  })
})

test('a sheet says in which language somebody reads, where the movement writes in it, and again changes nothing', async () => {
  const rows = [
    'nl;Gent;Gent;Jan;jan@example.org',
    'anglais;Namur;Namur;Anne;anne@example.org',
    ';Pau;Pau;Lou;lou@example.org',
  ]
  const sheet = ['Langue;Groupe;Ville;Contact;Mail', ...rows].join('\n')
  const { said } = await importTexts(db, [sheet])
  expect(said).toMatch(/Langue dans laquelle nous leur écrirons\n +Namur +Anne\s: en/)
  const languages = async () => (await db.prepare('SELECT name, language FROM person ORDER BY name').all()).results
  const read = [
    { name: 'Anne', language: 'en' },
    { name: 'Jan', language: null },
    { name: 'Lou', language: null },
  ]
  expect(await languages()).toEqual(read)
  expect((await importTexts(db, [sheet])).counts).toEqual({ new: 0, changed: 0, unchanged: 3 })
  const later = await importTexts(db, [sheet.replace(';Pau;Pau', 'fr;Pau;Pau')])
  expect(later.counts).toEqual({ new: 0, changed: 1, unchanged: 2 })
  expect(await languages()).toEqual([...read.slice(0, 2), { name: 'Lou', language: 'fr' }])
})

test('the preview accounts for every row, says who will get mail because of it, and is data for programs too', async () => {
  const rows = [
    'Pau;Pau;12;Lou;lou@example.org;',
    'PAU;;;Sam;sam@example.org;',
    'TOTAL;;12;;;',
    ';Brest;;;;',
    'Lyon (fermé);Lyon;;Ana;ana@example.org;',
    'Nice;Nice;beaucoup;Tom;;06 12 34 56 78',
  ]
  const { summary, said } = await importTexts(db, [groups(...rows)], { apply: false })
  const [sheet] = summary.sheets
  const { counts, refusedRows = 0, leftOut } = sheet ?? { counts: {}, leftOut: { count: 0 } }
  const told = Object.values(counts).reduce((sum, count) => sum + count, 0) + refusedRows + leftOut.count
  expect([told, refusedRows, leftOut.count]).toEqual([rows.length, 1, 1])
  expect(said).toContain('2 personnes de plus recevront le mail mensuel')
  const data = JSON.parse(JSON.stringify(summaryData(summary, [])))
  expect(data).toMatchObject({
    mailed: 2,
    asked: [],
    sheets: [{ kind: 'groups', rows: 6, counts: { new: 3, doubled: 1, refused: 1, leftOut: 1 } }],
  })
  expect(data.sheets[0].faults).toContainEqual(
    expect.objectContaining({
      line: 7,
      name: 'Nice',
      heading: 'Nb membres actif·ves',
      value: 'beaucoup',
      loses: 'cell',
    }),
  )
})

describe('what is to be mended', () => {
  const broken = groups('Archipel Pau;Pau;beaucoup;Lou;lou@example.org;', ';Brest;8;;;', brest)

  test('goes to a file beside its source, which mended brings what was missing', async () => {
    const folder = await folderOf({ 'groups.csv': broken })
    const { said } = await importPaths(db, [folder.path('groups.csv')], { refused: true })
    const file = folder.path('groups.refused.csv')
    expect(said).toContain(file)
    const text = await readFile(file, 'utf8')
    expect(text).toMatch(/^\uFEFFÀ corriger;Nom du groupe;/)
    await writeFile(file, text.replace('beaucoup', '12').replace(';;Brest', ';Archipel Rade;Brest'))
    const { counts } = await importPaths(db, [file], { refused: true })
    expect(counts).toEqual({ new: 1, changed: 1, unchanged: 0 })
    expect((await known('Archipel Pau')).record.group[0]?.active_members).toBe(12)
    await folder.remove()
  })

  test('never overwrites a file, and is not written twice when it says the same', async () => {
    const folder = await folderOf({ 'groups.csv': broken, 'groups.refused.csv': 'the work of somebody' })
    const source = folder.path('groups.csv')
    await importPaths(db, [source], { refused: true })
    const { said } = await importPaths(db, [source], { refused: true })
    expect(await readFile(folder.path('groups.refused.csv'), 'utf8')).toBe('the work of somebody')
    expect(said).toContain('groups.refused-2.csv')
    await folder.remove()
  })

  test('waits in the file of a previewed import’s source alone: a preview writes no file', async () => {
    const folder = await folderOf({ 'groups.csv': broken })
    await importPaths(db, [folder.path('groups.csv')], { refused: true, apply: false })
    await expect(readFile(folder.path('groups.refused.csv'))).rejects.toThrow('ENOENT')
    await folder.remove()
  })

  test('3,000 refused rows of one fault are told in one line, others in a few', async () => {
    const { said, summary } = await importTexts(db, [groups(...Array(3000).fill(';Pau;1;;;'))])
    expect(summary.sheets[0]?.refusedRows).toBe(3000)
    expect(said).toContain('ligne 2 et 2 999 autres'.replaceAll('2 999', '2\u202f999'))
    expect(said.split('\n').length).toBeLessThan(60)
    const others = await importTexts(db, [
      groups(...Array.from({ length: 50 }, (_, n) => `Groupe ${n};Pau;beaucoup ${n};;;`)),
    ])
    expect(others.said).toContain('30 de plus')
  })
})

test('a file that is none, a folder and one that may not be read are each told, and nothing is written', async () => {
  const { readFiles } = await import('#scripts/import/read-files.ts')
  const folder = await folderOf({ 'closed.csv': groups(pau), 'good.csv': groups(pau) })
  await chmod(folder.path('closed.csv'), 0)
  const paths = ['missing.csv', '', 'closed.csv', 'good.csv'].map(folder.path)
  const { unread } = await readFiles(paths, sheetKinds(movement))
  const codes = unread.map(({ why }) => why.code)
  // Root may read everything
  expect(codes).toEqual(process.getuid?.() === 0 ? ['missing', 'folder'] : ['missing', 'folder', 'denied'])
  await folder.remove()
})

describe('a town that we know', () => {
  const towns = async () =>
    (
      await db
        .prepare("SELECT name, region, latitude FROM town WHERE name IN ('Pau', 'Évry') ORDER BY name")
        .all<{ name: string; region: string; latitude: number }>()
    ).results
  const sheet =
    'Commune;Département;Région;Latitude;Longitude\nPau;64;Bretagne;48,3;-4,4\nÉvry;91;Île-de-France;48,63;2,45\n'
  const said = { as: () => 'places' as const }

  test('is moved by a sheet only where somebody says so, which is shown', async () => {
    await importTexts(db, ['Groupe;Ville\nPau;Pau\n'])
    const before = await towns()
    const asked = await importTexts(db, [sheet])
    expect(asked.summary.sheets[0]?.faults.map(({ fault }) => fault.problem)).toEqual([
      { code: 'town_moved', away: expect.closeTo(636, -2), region: 'Nouvelle-Aquitaine' },
    ])
    expect((await towns())[0]).toEqual(before[0])
    const moved = await importTexts(db, [sheet], { wanted: said })
    expect(moved.said).toContain('Nouvelle-Aquitaine → Bretagne')
    expect((await towns())[0]).toEqual({ name: 'Pau', region: 'Bretagne', latitude: 48.3 })
  })

  test('goes back by what the log remembers, unless it was changed since', async () => {
    await importTexts(db, ['Groupe;Ville\nPau;Pau\n'])
    const before = await towns()
    await importTexts(db, [sheet], { wanted: said })
    const event = await db.prepare("SELECT id FROM event WHERE action = 'change_towns'").first<{ id: number }>()
    const { changed } = await ask(db, { changed: findTownChanges(db, event?.id ?? 0) })
    const acting = {
      db,
      movement,
      actor: { kind: 'coordinator' as const, email: 'ada@example.org' },
      now: new Date('2026-12-01T11:00:00Z'),
    }
    expect(await undoTowns(acting, changed?.towns ?? [])).toEqual({ parts: 1, kept: 0 })
    expect((await towns())[0]).toEqual(before[0])
    expect(await undoTowns(acting, changed?.towns ?? [])).toEqual({ parts: 0, kept: 1 })
  })
})
