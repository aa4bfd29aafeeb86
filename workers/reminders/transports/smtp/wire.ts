import type { ReadableStreamDefaultReader, Socket, WritableStreamDefaultWriter } from '@cloudflare/workers-types'

/** A server's answer (RFC 5321, §4.2): its code, and its lines as they came, without the last line's end. */
export type Reply = { code: number; text: string }

/** A conversation with a server, by lines. What it throws means that the connection is of no use any more. */
export type Wire = {
  /** Settles when the system has taken the text. */
  say: (text: string) => Promise<void>
  /** The next answer, which may take that many times our patience. */
  hear: (times?: number) => Promise<Reply>
  /** Goes on in TLS (RFC 3207, §4). */
  secure: () => void
  isOpen: () => boolean
  close: () => void
}

const encoder = new TextEncoder()

/** In characters: a server that talks for so long without an end is none. */
const longestReply = 65_536

const replyPattern = /^(?:\d{3}-[^\n]*\n)*(\d{3})(?: [^\n]*)?\n/

/** No wait lasts longer than `patience`, in milliseconds: a server that neither answers nor reads any more is left. */
export function wireOver(socket: Socket, patience: number): Wire {
  let current = socket
  let reader = readerOf(socket)
  let writer = writerOf(socket)
  let decoder = new TextDecoder()
  let heard = ''
  let isOpen = true

  const close = () => {
    isOpen = false
    current.close().catch(() => undefined)
  }
  const use = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work
    } catch (error) {
      close()
      throw error
    }
  }
  const reply = async (): Promise<Reply> => {
    for (;;) {
      const match = replyPattern.exec(heard)
      if (match) {
        heard = heard.slice(match[0].length)
        return { code: Number(match[1]), text: match[0].trimEnd() }
      }
      const { value, done } = await reader.read()
      if (done) throw new Error('the server hung up')
      heard += decoder.decode(value, { stream: true })
      if (heard.length > longestReply) throw new Error('the server’s answer has no end')
    }
  }
  return {
    say: (text) => use(inTime(writer.write(encoder.encode(text)), patience)),
    hear: (times = 1) => use(inTime(reply(), patience * times)),
    secure: () => {
      // Words that came before TLS are nobody's: somebody may have put them there
      if (heard !== '') throw new Error('the server spoke before TLS began')
      reader.releaseLock()
      writer.releaseLock()
      current = current.startTls()
      reader = readerOf(current)
      writer = writerOf(current)
      decoder = new TextDecoder()
    },
    isOpen: () => isOpen,
    close,
  }
}

function readerOf({ readable, opened, closed }: Socket): ReadableStreamDefaultReader<Uint8Array> {
  // Whoever reads hears of the end; nobody waits for it
  opened.catch(() => undefined)
  closed.catch(() => undefined)
  return readable.getReader() as ReadableStreamDefaultReader<Uint8Array>
}

function writerOf({ writable }: Socket): WritableStreamDefaultWriter<Uint8Array> {
  const writer = writable.getWriter() as WritableStreamDefaultWriter<Uint8Array>
  writer.closed.catch(() => undefined)
  return writer
}

async function inTime<Result>(work: Promise<Result>, patience: number): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('the server took too long')), patience)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined)
  }
}
