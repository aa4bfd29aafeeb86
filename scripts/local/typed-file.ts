import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import { Stop } from '#scripts/run.ts'

/**
 * What is in a file that somebody types; null when there is none. Editors on Windows put a mark before it, which is no part of it.
 * @throws Stop for letters that are not UTF-8: accents of names would be lost, or nothing be understood.
 */
export async function readTypedFile(file: string): Promise<string | null> {
  if (!existsSync(file)) return null
  const bytes = await readFile(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // `.env` may say in which language
    const { words } = await import('#scripts/text/text.ts')
    throw new Stop(words.notUtf8(file))
  }
}
