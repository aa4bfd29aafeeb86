import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { SheetKinds } from '#shared/sheet/kinds.ts'
import { maxFileSize, readSheets, type Wanted } from '#shared/sheet/read-sheet.ts'
import type { RecognisedSheet } from '#shared/sheet/recognise.ts'
import { Unreadable } from '#shared/sheet/unreadable.ts'

export type SheetFile = { path: string; sheets: RecognisedSheet[] }
export type Unread = { path: string; why: Unreadable }

/** The sheets of files, and those files that are none, with the reason. */
export async function readFiles(
  paths: readonly string[],
  kinds: SheetKinds,
  wanted: Wanted = {},
): Promise<{ files: SheetFile[]; unread: Unread[] }> {
  const files: SheetFile[] = []
  const unread: Unread[] = []
  for (const path of new Set(paths)) {
    try {
      files.push({ path, sheets: await readSheets(basename(path), await bytesOf(path), kinds, wanted) })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      unread.push({ path, why: error })
    }
  }
  return { files, unread }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > maxFileSize) throw new Unreadable('too_large', maxFileSize / 1_000_000)
    return await readFile(path)
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? '']
    throw reason ? new Unreadable(reason) : error
  }
}

const reasons: Readonly<Record<string, 'missing' | 'folder' | 'denied'>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
  EISDIR: 'folder',
  EACCES: 'denied',
  EPERM: 'denied',
}
