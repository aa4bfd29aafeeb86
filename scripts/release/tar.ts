import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'

export type ReleaseFile = { path: string; content: Buffer | string }

/** A tar.gz of files, nobody's, as of one instant. */
export async function packTar(files: readonly ReleaseFile[], at: Date): Promise<Buffer> {
  const tar = pack()
  const whole = buffer(tar)
  for (const { path, content } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    tar.entry({ name: path, mode: 0o644, mtime: at, uid: 0, gid: 0 }, content)
  tar.finalize()
  const zipped = gzipSync(await whole)
  // The system that packed it (RFC 1952 §2.3.1): unknown, so that all give the same bytes
  zipped[9] = 255
  return zipped
}
