import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A part of a file that is a zip. `stored`: it is not packed. */
export type ZipPart = { name: string; stored?: boolean; text: AsyncIterable<string> | Iterable<string> }

/** The first day that a zip can tell: the same parts are the same bytes, whenever they are written. */
const mtime = new Date(1980, 0, 1)

/** Parts as one zip, bit by bit, each as its text comes. */
export async function* zipped(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let ready: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece as Uint8Array<ArrayBuffer>)
  })
  const take = () => {
    const taken = ready
    ready = []
    return taken
  }
  const bytes = new TextEncoder()
  for (const { name, stored, text } of parts) {
    const part = stored ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    part.mtime = mtime
    zip.add(part)
    for await (const piece of text) {
      part.push(bytes.encode(piece))
      yield* take()
    }
    part.push(new Uint8Array(), true)
    yield* take()
  }
  zip.end()
  yield* take()
}
