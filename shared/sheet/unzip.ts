import type { Entry, ZipFile } from 'yauzl'
import { Unreadable } from './unreadable.ts'

/** The parts of a zip by their names. */
export type Zip = { names: ReadonlySet<string>; pieces: (name: string) => AsyncGenerator<Uint8Array> }

/** In bytes, of all parts that are read of one file: a workbook of 100,000 groups takes half of it. */
export const maxUnpacked = 400_000_000
/** In bytes, of what small files may unpack to, and how often its own size a larger one: sheets take ten to forty times as much as their file. */
const alwaysUnpacked = 20_000_000
const mostTimes = 100
/** A workbook of 200 tabs with pictures has some 1,000. */
export const maxParts = 10_000

/**
 * Opens a zip in memory. A part is unpacked bit by bit, as it is asked for, and what comes out is counted then: what the directory
 * says of sizes may be a lie, and a kilobyte may unpack to a megabyte.
 * @throws Unreadable
 */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  // It asks for modules of Node as it is loaded: a worker that reads no zip does without
  const { fromBufferPromise } = await import('yauzl')
  const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (file.entryCount > maxParts) throw new Unreadable('too_many_parts', maxParts)
  const entries = new Map<string, Entry>()
  for await (const entry of file.eachEntry()) {
    if (entry.isEncrypted()) throw new Unreadable('locked')
    entries.set(entry.fileName, entry)
  }
  const count = { bytes: 0, most: Math.min(maxUnpacked, alwaysUnpacked + mostTimes * bytes.length) }
  return {
    names: new Set(entries.keys()),
    pieces: (name) => piecesOf(file, entries.get(name), count),
  }
}

async function* piecesOf(
  file: ZipFile,
  entry: Entry | undefined,
  count: { bytes: number; most: number },
): AsyncGenerator<Uint8Array> {
  if (!entry) return
  for await (const piece of await file.openReadStreamPromise(entry)) {
    count.bytes += piece.length
    if (count.bytes > count.most) throw new Unreadable('unpacks_too_large', Math.floor(count.most / 1_000_000))
    yield piece as Uint8Array
  }
}
