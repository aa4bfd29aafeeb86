import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { writable } from '#scripts/local/writable.ts'
import { listCampaigns } from '#shared/db/campaigns.ts'
import { type ListedRow, listRows } from '#shared/db/listed-rows.ts'
import type { Movement } from '#shared/movement.ts'
import { type KindName, type SheetKind, sheetKinds } from '#shared/sheet/kinds.ts'
import { linkedColumns } from '#shared/sheet/linked-table.ts'
import { type WriteOptions, writeSheet } from '#shared/sheet/write-sheet.ts'
import type { Language } from '#shared/text/language.ts'

const options: WriteOptions = { delimiter: ',', bom: false }

type Tables = { movement: Movement; language: Language; withPeople: boolean }

/**
 * Writes the network as CSV (RFC 4180), a file a kind of thing, in `folder`, which is made when it is not there: tables that are linked by ids, and
 * that the importer takes back. Gives how many rows each has. @throws Stop when nothing can be written there.
 */
export function writeTables(db: D1Database, folder: string, tables: Tables): Promise<Map<string, number>> {
  return writable(dirname(folder), async () => {
    mkdirSync(folder, { recursive: true })
    const kinds = sheetKinds(tables.movement)
    const counts = new Map<string, number>()
    for (const kind of kinds.names.filter(
      (name) => isOfRecords(name, kinds.of(name)) && (tables.withPeople || name !== 'referents'),
    ))
      counts.set(`${kind}.csv`, await writeTable(db, join(folder, `${kind}.csv`), { ...tables, kind, kinds }))
    return counts
  })
}

/** Towns, languages of people and members of lists are rows of nobody's record, without an id that another table could name. */
function isOfRecords(name: KindName, { list }: SheetKind): boolean {
  return name === 'campaigns' || list !== null
}

async function writeTable(
  db: D1Database,
  path: string,
  { movement, language, withPeople, kind, kinds }: Tables & { kind: KindName; kinds: ReturnType<typeof sheetKinds> },
): Promise<number> {
  const draft = `${path}.part`
  rmSync(draft, { force: true })
  const columns = linkedColumns(kinds.of(kind), language, withPeople)
  writeFileSync(draft, writeSheet([columns.map(({ heading }) => heading)], options))
  let written = 0
  for await (const rows of rowsOf(db, movement, kinds.of(kind).list)) {
    const cells = rows.map((row) => columns.map(({ text }) => text(row)))
    writeFileSync(draft, writeSheet(cells, options), { flag: 'a' })
    written += rows.length
  }
  renameSync(draft, path)
  return written
}

async function* rowsOf(db: D1Database, { sections }: Movement, list: string | null): AsyncGenerator<ListedRow[]> {
  const section = list === null ? null : sections.of(list)
  if (section) return yield* listRows(db, section)
  const campaigns = await listCampaigns(db)
  yield campaigns.map((row) => ({ id: row.uid, group: { uid: '', name: '' }, of: null, row }))
}
