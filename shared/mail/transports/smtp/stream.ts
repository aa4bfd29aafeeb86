import type { ReadableStreamDefaultReader, Socket, WritableStreamDefaultWriter } from '@cloudflare/workers-types'
import { createReplies, type Reply } from './replies.ts'

/** A conversation with a server, by lines. What it throws means that the connection is of no use any more. */
export type SmtpStream = {
  /** Settles when the system has taken the text. */
  say: (text: string) => Promise<void>
  /** The next answer. */
  hear: () => Promise<Reply>
  /** What the server has said although nothing was asked; null when that is nothing. */
  unasked: () => Reply | null
  /** Sends a message without its end. Gives what the server has said of it meanwhile, if anything. */
  send: (message: string) => Promise<Reply | null>
  /** Ends a message, and gives the answer to the whole. From here on nobody can tell whether it arrived. */
  end: () => Promise<Reply>
  /** Goes on in TLS (RFC 3207, §4). */
  secure: () => void
  isOpen: () => boolean
  close: () => void
}

const encoder = new TextEncoder()

/**
 * Where the server may be checking the whole message before it answers, it gets twice as long (RFC 5321, §4.5.3.2): giving up there
 * leaves a mail that nobody can tell arrived from one that did not.
 */
const lastPatience = 2

/** Milliseconds in which a server that takes no more may still be heard. */
const lastWords = 500

/** What somebody else broke off. */
export class BrokenOff extends Error {
  override name = 'BrokenOff'
}

/** The waits that are under way, of messages that cannot have arrived yet and of those that may have: each by what ends it. */
export type Waits = Record<'unsent' | 'sent', Set<(error: Error) => void>>

export const noWaits = (): Waits => ({ unsent: new Set(), sent: new Set() })

/** No wait lasts longer than `patience`, in milliseconds: a server that neither answers nor reads any more is left. */
export function smtpStreamOver(socket: Socket, patience: number, waits: Waits = noWaits()): SmtpStream {
  let current = socket
  // What the runtime says of the connection itself, where reading and writing only say that it has ended
  let fault: Error | null = null
  const failed = (error: unknown) => {
    if (error instanceof Error) fault ??= error
  }
  let reader = readerOf(socket, failed)
  let writer = writerOf(socket)
  let decoder = new TextDecoder()
  const replies = createReplies()
  let arriving: Promise<void> | null = null
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
      throw error instanceof BrokenOff ? error : (fault ?? error)
    }
  }
  const write = (text: string) => writer.write(encoder.encode(text))
  /** Reads once, whoever else waits for it. */
  const listen = (): Promise<void> => {
    arriving ??= read().finally(() => {
      arriving = null
    })
    // Whoever asks next hears of what goes wrong
    arriving.catch(() => undefined)
    return arriving
  }
  const read = async () => {
    const { value, done } = await reader.read()
    if (done) throw new Error('the server hung up')
    replies.add(decoder.decode(value, { stream: true }))
  }
  const reply = async (): Promise<Reply> => {
    for (;;) {
      const taken = replies.take()
      if (taken) return taken
      await listen()
    }
  }
  /** Writes, while the server may speak. One that refuses in the middle often reads no more: what it said is its answer. */
  const whileListening = async (text: string, message: keyof Waits): Promise<Reply | null> => {
    listen()
    try {
      await inTime(write(text), patience, waits[message])
    } catch (error) {
      if (error instanceof BrokenOff) {
        close()
        throw error
      }
      const said = await inTime(reply(), lastWords, waits[message]).catch(() => null)
      close()
      if (said) return said
      throw error
    }
    return replies.take()
  }
  return {
    say: (text) => use(write(text)),
    hear: () => use(reply()),
    unasked: () => {
      if (isOpen) listen()
      return replies.take()
    },
    send: (message) => whileListening(message, 'unsent'),
    end: async () => (await whileListening('.\r\n', 'sent')) ?? use(reply(), lastPatience, 'sent'),
    secure: () => {
      // Words that came before TLS are nobody's: somebody may have put them there
      if (!replies.isEmpty()) throw new Error('the server spoke before TLS began')
      reader.releaseLock()
      writer.releaseLock()
      current = current.startTls()
      reader = readerOf(current, failed)
      writer = writerOf(current)
      decoder = new TextDecoder()
    },
    isOpen: () => isOpen,
    close,
  }
}

function readerOf(
  { readable, opened, closed }: Socket,
  failed: (error: unknown) => void,
): ReadableStreamDefaultReader<Uint8Array> {
  // Whoever reads hears of the end; nobody waits for it
  opened.catch(failed)
  closed.catch(failed)
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
