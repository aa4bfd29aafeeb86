import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import sample from '#sample/movement.ts'
import { importFiles } from '#scripts/import/import-files.ts'
import { readFiles } from '#scripts/import/read-files.ts'
import { root } from '#scripts/local/paths.ts'
import type { Place } from '#shared/domain/place.ts'
import type { Movement } from '#shared/movement.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import type { Summary } from '#shared/sheet/summary.ts'
import { towns } from './sheets.ts'

/** The sheets of the sample movement. */
export const sampleFiles = ['trainings', 'participations', 'groups', 'campaigns', 'places'].map((name) =>
  join(root, 'sample', `${name}.csv`),
)

export type Importing = {
  apply?: boolean
  townsOf?: (country: string) => Promise<Place[]>
  movement?: Movement
  refused?: boolean
  now?: Date
  /** What is said of the sheets. */
  wanted?: Parameters<typeof readFiles>[2]
}

export type Imported = Awaited<ReturnType<typeof importFiles>> & { said: string; counts: Record<string, number> }

/** Imports files as `npm run import` does, and gives what it said. */
export async function importPaths(db: D1Database, paths: readonly string[], given: Importing = {}): Promise<Imported> {
  const movement = given.movement ?? sample
  const { files, unread } = await readFiles(paths, sheetKinds(movement), given.wanted)
  if (unread[0]) throw unread[0].why
  const lines: string[] = []
  const result = await importFiles(db, files, {
    movement,
    townsOf: given.townsOf ?? (async () => towns),
    newUid: () => crypto.randomUUID(),
    apply: given.apply ?? true,
    command: 'again',
    limit: 20,
    language: 'fr',
    refusedFolder: given.refused ? tmpdir() : null,
    now: () => given.now ?? new Date('2026-12-01T10:00:00Z'),
    print: (line) => lines.push(line),
  })
  return { ...result, said: lines.join('\n'), counts: countsOf(result.summary) }
}

function countsOf({ sheets }: Summary): Record<string, number> {
  const sum = (status: 'new' | 'changed' | 'unchanged') =>
    sheets.reduce((total, { counts }) => total + counts[status], 0)
  return { new: sum('new'), changed: sum('changed'), unchanged: sum('unchanged') }
}

/** A folder with these files, until `remove`. */
export async function folderOf(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'relance-sheets-'))
  const path = (name: string) => join(folder, name)
  for (const [name, text] of Object.entries(files)) await writeFile(path(name), text)
  return { path, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Imports sheets given as text. */
export async function importTexts(db: D1Database, texts: readonly string[], given: Importing = {}): Promise<Imported> {
  const folder = await folderOf(Object.fromEntries(texts.map((text, index) => [`${index}.csv`, text])))
  try {
    return await importPaths(
      db,
      texts.map((_, index) => folder.path(`${index}.csv`)),
      given,
    )
  } finally {
    await folder.remove()
  }
}

const tables = [
  'local_group',
  'person',
  'referent',
  'campaign',
  'participation',
  'training',
  'activity',
  'revision',
  'town',
]

/** Everything that an import may write, as text: the same text is the same database. */
export async function contentsOf(db: D1Database): Promise<string> {
  const results = await db.batch(tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)))
  return JSON.stringify(results.map(({ results: rows }) => rows))
}
