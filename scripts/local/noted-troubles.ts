import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostTrouble, HostTroubleKind } from '#shared/domain/host-trouble.ts'

// What one program finds wrong with a data folder is noted in it, for the server to tell coordinators.

type Noted = Extract<HostTroubleKind, 'damaged' | 'copy' | 'lock'>
const kinds: readonly Noted[] = ['damaged', 'copy', 'lock']

/** Days after which something that was mended by itself is told no more. */
const toldFor = { lock: 7 } as const
const day = 86_400_000

const noteOf = (folder: string, kind: Noted) => join(folder, `trouble-${kind}`)

/** Notes it, unless it is noted already. A folder that cannot be written stays as it is. */
export async function noteTrouble(folder: string, kind: Noted, now: Date): Promise<void> {
  await writeFile(noteOf(folder, kind), `${now.toISOString()}\n`, { mode: 0o600, flag: 'wx' }).catch(() => undefined)
}

export async function forgetTroubles(folder: string, forgotten: readonly Noted[]): Promise<void> {
  for (const kind of forgotten) await rm(noteOf(folder, kind), { force: true }).catch(() => undefined)
}

export async function readTroubles(folder: string, now: Date): Promise<HostTrouble[]> {
  const found = await Promise.all(
    kinds.map(async (kind) => ({ kind, since: new Date((await readNote(folder, kind)).trim()) })),
  )
  return found.filter(({ kind, since }) => {
    const age = now.getTime() - since.getTime()
    return !Number.isNaN(age) && (kind !== 'lock' || age < toldFor.lock * day)
  })
}

const readNote = (folder: string, kind: Noted) => readFile(noteOf(folder, kind), 'utf8').catch(() => '')
