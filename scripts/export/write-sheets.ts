import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { writable } from '#scripts/local/writable.ts'
import { listFactTables, readFactTable } from '#shared/db/fact-file.ts'
import { type WriteOptions, writeSheet } from '#shared/sheet/write-sheet.ts'

const options: WriteOptions = { delimiter: ',', bom: false, isFinal: true }

/** Rows that are written at a time. */
const chunk = 5000

/**
 * Writes the tables of a file of facts as CSV (RFC 4180), one each in `folder`, which is made when it is not there. Each comes in place of the
 * last once it is whole. @throws Stop when nothing can be written there.
 */
export function writeSheets(facts: string, folder: string): Promise<string[]> {
  return writable(dirname(folder), async () => {
    mkdirSync(folder, { recursive: true })
    const file = new DatabaseSync(facts, { readOnly: true })
    try {
      const names = listFactTables(file)
      for (const name of names) writeTable(file, name, join(folder, `${name}.csv`))
      return names
    } finally {
      file.close()
    }
  })
}

function writeTable(file: DatabaseSync, name: string, path: string): void {
  const draft = `${path}.part`
  rmSync(draft, { force: true })
  const table = readFactTable(file, name)
  writeFileSync(draft, writeSheet([table.columns], options))
  let rows: string[][] = []
  const flush = () => {
    writeFileSync(draft, writeSheet(rows, options), { flag: 'a' })
    rows = []
  }
  for (const row of table.rows) {
    rows.push(row)
    if (rows.length >= chunk) flush()
  }
  flush()
  renameSync(draft, path)
}
