import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import movement from '#sample/movement.ts'
import { readFiles } from '#scripts/import/read-files.ts'
import { townsOf } from '#scripts/import/towns.ts'
import { openDatabase } from '#scripts/local/database.ts'
import { readImportContext } from '#shared/actions/import-rows/import-context.ts'
import { importRows } from '#shared/actions/import-rows/import-rows.ts'
import { previewImport } from '#shared/actions/import-rows/preview-import.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { writeWideSheet } from './wide-sheet.ts'

const now = new Date('2026-12-09T10:00:00+01:00')
const groups = Number(process.env.BENCH_GROUPS ?? 100_000)

/** What it takes to bring in a sheet of 100,000 groups and 200,000 referents (BENCH_GROUPS=… for fewer), part by part, beside the same rows inserted plainly. */
export async function benchImport(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'relance-bench-'))
  try {
    const sheet = join(folder, 'groups.csv')
    await writeWideSheet(sheet, groups)
    await whole(join(folder, 'whole'), sheet)
    const floor = await onDatabase(join(folder, 'floor'), (db) =>
      part('the rows inserted plainly', () => insertPlainly(db)),
    )
    const took = await onDatabase(join(folder, 'parts'), (db) => byParts(db, sheet))
    console.log(`import / plain insertion: ${(took / floor).toFixed(1)}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The command as somebody types it, a process of its own. */
async function whole(data: string, sheet: string): Promise<void> {
  for (const when of ['the command', 'the same again']) {
    const begin = performance.now()
    const child = spawn(process.execPath, ['scripts/import.ts', sheet, '--apply'], {
      env: { ...process.env, DATA: data },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    let peak = 0
    const watching = setInterval(() => (peak = Math.max(peak, peakOf(String(child.pid)))), 50)
    await new Promise((resolve) => child.once('exit', resolve))
    clearInterval(watching)
    report(when, performance.now() - begin, peak)
  }
}

async function byParts(db: D1Database, path: string): Promise<number> {
  const begin = performance.now()
  const settings = { movement, townsOf, newUid: () => crypto.randomUUID() }
  const { files } = await part('reading', () => readFiles([path], sheetKinds(movement)))
  const importContext = await part('finding doubts', () =>
    readImportContext(
      db,
      files.flatMap(({ sheets }) => sheets),
      settings,
    ),
  )
  const { numbers } = await part('comparing', () => previewImport(importContext, 12))
  await part('comparing again, and writing', () => importRows(importContext, numbers, now))
  return performance.now() - begin
}

async function insertPlainly(db: D1Database): Promise<number> {
  const begin = performance.now()
  const at = now.toISOString()
  const group = db.prepare(
    'INSERT INTO local_group (uid, name, name_key, town, town_key, department, state, created_at) VALUES (?1, ?2, ?2, ?3, ?3, ?4, ?5, ?6)',
  )
  const person = db.prepare(
    'INSERT INTO person (uid, email, name, name_key, phone, created_at) VALUES (?1, ?2, ?3, ?3, ?4, ?5)',
  )
  const referent = db.prepare(
    'INSERT INTO referent (group_id, person_id, since_at) VALUES ((SELECT id FROM local_group WHERE uid = ?1), (SELECT id FROM person WHERE uid = ?2), ?3)',
  )
  for (let from = 1; from <= groups; from += 500) {
    const numbers = Array.from({ length: Math.min(500, groups + 1 - from) }, (_, index) => from + index)
    await db.batch(
      numbers.flatMap((number) => {
        const uid = crypto.randomUUID()
        return [
          group.bind(uid, `archipel ville ${number}`, `ville ${number}`, String(number % 95), 'active', at),
          ...[1, 2].flatMap((membership) => {
            const who = crypto.randomUUID()
            return [
              person.bind(
                who,
                `p${number}.${membership}@example.org`,
                `lou personne ${number * 2 + membership}`,
                null,
                at,
              ),
              referent.bind(uid, who, at),
            ]
          }),
        ]
      }),
    )
  }
  return performance.now() - begin
}

async function onDatabase<Result>(path: string, work: (db: D1Database) => Promise<Result>): Promise<Result> {
  const { db, close } = await openDatabase(path)
  try {
    return await work(db)
  } finally {
    close()
  }
}

/** Linux begins the peak of a process's memory anew when it is told to. */
async function part<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  writeFileSync('/proc/self/clear_refs', '5')
  const begin = performance.now()
  const result = await work()
  report(name, performance.now() - begin, peakOf('self'))
  return result
}

/** Of a process's resident memory, in MiB; 0 when it has ended. */
function peakOf(pid: string): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

function report(name: string, milliseconds: number, peak: number): void {
  console.log(`${name.padEnd(32)} ${(milliseconds / 1000).toFixed(1).padStart(7)} s ${String(peak).padStart(6)} MiB`)
}
