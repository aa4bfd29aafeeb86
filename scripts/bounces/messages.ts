import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { typedPath } from '#scripts/local/paths.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'

type Message = Uint8Array<ArrayBuffer>

/** The messages of files: one each (.eml), many (mbox), those of a folder (Maildir too), or the standard input (`-`). @throws Stop */
export async function* readMessages(paths: readonly string[]): AsyncGenerator<Message> {
  for (const path of paths) {
    if (path === '-') yield* split(await buffer(process.stdin))
    else yield* fromPath(typedPath(path))
  }
}

async function* fromPath(path: string): AsyncGenerator<Message> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Stop(words.bounces.noFile(path))
    throw error
  })
  if (!found.isDirectory()) return yield* split(await readFile(path))
  for (const name of (await readdir(path)).sort()) {
    if (!name.startsWith('.')) yield* fromPath(join(path, name))
  }
}

/** RFC 4155: in an mbox each message begins with a line `From `, and lines of its own that do have a `>` before. */
function* split(bytes: Buffer): Generator<Message> {
  const text = bytes.toString('latin1')
  if (!text.startsWith('From ')) {
    if (text.trim() !== '') yield new Uint8Array(bytes)
    return
  }
  for (const message of text.split(/^From .*\r?\n/m)) {
    if (message.trim() !== '') yield new Uint8Array(Buffer.from(message.replace(/^>(>*From )/gm, '$1'), 'latin1'))
  }
}
