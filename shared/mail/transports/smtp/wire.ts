import type { ReadableStreamDefaultReader, Socket, WritableStreamDefaultWriter } from '@cloudflare/workers-types'

/** A server's answer (RFC 5321, §4.2): its code, and its lines as they came, without the last line's end. */
export type Reply = { code: number; text: string }

/** A conversation with a server, by lines. What it throws means that the connection is of no use any more. */
export type Wire = {
  /** Settles when the system has taken the text. */
  say: (text: string) => Promise<void>
  /** The next answer. */
  hear: () => Promise<Reply>
  /** Ends a message, and gives the answer to the whole. From here on nobody can tell whether it arrived. */
  end: () => Promise<Reply>
  /** Goes on in TLS (RFC 3207, §4). */
  secure: () => void
  isOpen: () => boolean
  close: () => void
}

const encoder = new TextEncoder()

/** In characters, some thirty times the longest that servers say (RFC 5321, §4.5.3.1.5): one that talks on is none. */
const longestReply = 16_384

/** A line of an answer; the last one has a space behind its code, or nothing. */
const replyLine = /^(\d{3})(-|\s|$)/

/**
 * Where the server may be checking the whole message before it answers, it gets twice as long (RFC 5321, §4.5.3.2): giving up there
 * leaves a mail that nobody can tell arrived from one that did not.
 */
const lastPatience = 2

/** What somebody else broke off. */
export class BrokenOff extends Error {
  override name = 'BrokenOff'
}

/** The waits that are under way, of messages that cannot have arrived yet and of those that may have: each by what ends it. */
export type Waits = Record<'unsent' | 'sent', Set<(error: Error) => void>>

export const noWaits = (): Waits => ({ unsent: new Set(), sent: new Set() })

/** No wait lasts longer than `patience`, in milliseconds: a server that neither answers nor reads any more is left. */
export function wireOver(socket: Socket, patience: number, waits: Waits = noWaits()): Wire {
  let current = socket
  let reader = readerOf(socket)
  let writer = writerOf(socket)
  let decoder = new TextDecoder()
  /** Whole lines that nobody has asked for yet, and the pieces of the one that has begun: each piece is looked at once. */
  const lines: string[] = []
  let begun: string[] = []
  let isOpen = true

  const close = () => {
    isOpen = false
    current.close().catch(() => undefined)
  }
  const use = async <Result>(work: Promise<Result>, times = 1, message: keyof Waits = 'unsent'): Promise<Result> => {
    try {
      return await inTime(work, patience * times, waits[message])
    } catch (error) {
      close()
      throw error
    }
  }
  const write = (text: string) => writer.write(encoder.encode(text))
  const listen = async (): Promise<number> => {
    const { value, done } = await reader.read()
    if (done) throw new Error('the server hung up')
    const text = decoder.decode(value, { stream: true })
    const [first = '', ...others] = text.split('\n')
    begun.push(first)
    for (const next of others) {
      lines.push(begun.join(''))
      begun = [next]
    }
    return text.length
  }
  const reply = async (): Promise<Reply> => {
    const said: string[] = []
    for (let length = 0; length <= longestReply; ) {
      const line = lines.shift()
      if (line === undefined) {
        length += await listen()
        continue
      }
      const [, code, end] = replyLine.exec(line) ?? []
      if (code === undefined) throw new Error('the server does not speak SMTP')
      said.push(line)
      if (end !== '-') return { code: Number(code), text: said.join('\n').trimEnd() }
    }
    throw new Error('the server’s answer has no end')
  }
  return {
    say: (text) => use(write(text)),
    hear: () => use(reply()),
    end: async () => {
      await use(write('.\r\n'), 1, 'sent')
      return use(reply(), lastPatience, 'sent')
    },
    secure: () => {
      // Words that came before TLS are nobody's: somebody may have put them there
      if (lines.length > 0 || begun.some((piece) => piece !== '')) throw new Error('the server spoke before TLS began')
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

async function inTime<Result>(
  work: Promise<Result>,
  patience: number,
  waits: Set<(error: Error) => void>,
): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('the server took too long')), patience)
  waits.add(reject)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
    waits.delete(reject)
    work.catch(() => undefined)
  }
}
