import { existsSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { compileServer } from '#hosts/node/bundle.ts'
import { readArguments } from '#scripts/arguments.ts'
import { checkBeforeStart, refuseDamaged } from '#scripts/local/check-data.ts'
import { soundly, withDatabase } from '#scripts/local/database.ts'
import { findRunning, takeFolder } from '#scripts/local/folder.ts'
import { root } from '#scripts/local/paths.ts'
import { noteServed } from '#scripts/local/served-folder.ts'
import { readSettings } from '#scripts/local/settings.ts'
import { openSocket } from '#scripts/local/socket.ts'
import { Stop } from '#scripts/run.ts'
import { showInstant } from '#scripts/text/show-instant.ts'
import { words } from '#scripts/text/text.ts'
import { readMovement } from '#shared/db/settings.ts'
import { nextRound, opening } from '#shared/domain/round.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import type { Plan } from './supervise.ts'

const options = { 'clock-is-right': { type: 'boolean' } } as const

/**
 * Checks everything, compiles the workers, and becomes the small program that keeps them: what reads TypeScript, checks
 * and compiles takes twice the memory of what has to stay.
 */
export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const shell = process.ppid
  const { values } = readArguments(args, { options, usage: words.usage.start })
  const {
    port,
    host,
    folder: path,
    mailUrl,
    publicUrl,
    linkSecret,
    hookSecret,
    proxies,
    privateWebhooks,
    listPrograms,
    facts,
    pingUrl,
    access,
  } = readSettings(process.env)
  const socket = await openSocket(host, port)
  socket.close()
  const folder = await takeFolder(path)
  if (!folder) throw new Stop(words.folderTaken(path, (await findRunning(path))?.pid ?? null))
  await noteServed(path)
  await soundly(path, () => refuseDamaged(path))
  const movement = await withDatabase(path, async (db) => {
    const isClockRight = values['clock-is-right'] === true
    await checkBeforeStart(db, { folder: path, linkSecret, now: new Date(), isClockRight })
    return readMovement(db, fixed)
  })
  folder.unlock()
  const next = nextRound(new Date(), movement)
  const { keeper, secondThread } = await compileServer()
  await become(keeper, shell, {
    options: {
      fixed,
      secondThread,
      folder: path,
      port: socket.port,
      host,
      ...(mailUrl ? { mailUrl } : {}),
      ...(publicUrl ? { publicUrl } : {}),
      ...(linkSecret ? { linkSecret } : {}),
      vars: {
        ...access,
        ...listPrograms,
        ...(hookSecret ? { HOOK_SECRET: hookSecret } : {}),
        ...(privateWebhooks ? { WEBHOOKS_PRIVATE: 'yes' } : {}),
        ...(proxies > 0 ? { TRUSTED_PROXIES: String(proxies) } : {}),
      },
    },
    name: movement.name,
    pingUrl,
    facts: facts === null ? null : { folder: facts, program: exportProgram(), timeZone: movement.timeZone },
    next: next && showInstant(opening(next).dueAt, movement),
  })
}

/** What `npm run export` runs: the command of a release, or its source. */
function exportProgram(): string {
  const source = join(root, 'scripts/export.ts')
  return existsSync(source) ? source : join(root, 'dist/programs/export.mjs')
}

/** glibc gives each thread memory of its own, and gives little of it back: with two such arenas, a server holds a tenth less after a load. */
const memory = { MALLOC_ARENA_MAX: '2' }

/** MiB of each half of V8's young generation. What a page leaves behind is dead before two of them are full: with 1 MiB a tenth more of the time goes to collecting, with 16, which go without saying, memory grows. */
const youngMiB = 4

/** The same process, with another program in it; where the system cannot do that (Windows), the program beside this one. */
async function become(file: string, shell: number, plan: Plan): Promise<void> {
  const env = { ...memory, ...process.env, RELANCE_PLAN: JSON.stringify(plan), RELANCE_SHELL: String(shell) }
  // Kept at the end of a process, which this one does not see
  flushCompileCache()
  if (process.execve)
    process.execve(process.execPath, [process.execPath, `--max-semi-space-size=${youngMiB}`, file], env)
  Object.assign(process.env, env)
  await import(file)
}
