import { parentPort, workerData } from 'node:worker_threads'
import type { D1Result } from '@cloudflare/workers-types'
import { townsOf } from '#scripts/import/towns.ts'
import { type StorageFault, storageFault } from '#shared/db/storage-fault.ts'
import { Background } from './background.ts'
import type { Connection, Query } from './connection.ts'
import { d1Error } from './d1-errors.ts'
import { d1Over, openForReading } from './d1-over-sqlite.ts'
import { logHostFault } from './log-fault.ts'
import { pagesOf, type Respond } from './pages.ts'
import { isRead } from './statement-text.ts'
import type { ThreadRequest, ThreadStart, ToFirst, ToSecond } from './thread-messages.ts'
import { createApart } from './workers.ts'

type Say = (message: ToFirst) => void

/** What the second thread does: it answers whoever looks on, for as long as that takes. It reads by a connection of its own; what is written, the first thread writes. */
export function lookOn(): void {
  const port = parentPort
  if (!port) throw new Error('this is a thread of a server')
  const { fixed, file, publicUrl, secret, clock, vars, ...start } = workerData as ThreadStart
  let { troubles } = start
  const say: Say = (message) => port.postMessage(message)
  const reading = new LateReading(file, (fault) => say({ kind: 'fault', fault }))
  const writing = new WritesElsewhere(say)
  let env = {
    ...vars,
    ...(clock === null ? {} : { CLOCK: clock }),
    DB: d1Over({
      run: (queries) => (queries.every(({ sql }) => isRead(sql)) ? reading.run(queries) : writing.run(queries)),
    }),
    PUBLIC_URL: publicUrl,
    LINK_SECRET: secret,
    REMINDERS: { lookAgain: async () => say({ kind: 'look again' }) },
    TOWNS: townsOf,
    HOST_TROUBLES: () => troubles,
  }
  const pages = pagesOf({ apart: createApart(fixed) }, () => env, new Background(logHostFault).context)
  const answers = new AnswersInPieces(pages, say)
  port.on('message', (message: ToSecond) => {
    if (message.kind === 'asked') void answers.begin(message.asked)
    else if (message.kind === 'more') void answers.sendPiece(message.id)
    else if (message.kind === 'enough') answers.drop(message.id)
    else if (message.kind === 'clock') env = { ...env, CLOCK: message.clock }
    else if (message.kind === 'troubles') troubles = message.troubles
    else writing.settle(message)
  })
}

/** A file that is opened by whoever reads first: what is wrong with it is then said on the page. */
class LateReading {
  readonly #file: string
  readonly #onFault: (fault: StorageFault) => void
  #connection: Connection | null = null

  constructor(file: string, onFault: (fault: StorageFault) => void) {
    this.#file = file
    this.#onFault = onFault
  }

  async run(queries: readonly Query[]): Promise<D1Result<unknown>[]> {
    this.#connection ??= this.#open()
    return this.#connection.run(queries)
  }

  #open(): Connection {
    try {
      return openForReading(this.#file, this.#onFault)
    } catch (error) {
      const told = d1Error(error)
      const fault = storageFault(told)
      if (fault) this.#onFault(fault)
      throw told
    }
  }
}

/** What the first thread writes for this one. */
class WritesElsewhere {
  readonly #say: Say
  readonly #waiting = new Map<number, PromiseWithResolvers<D1Result<unknown>[]>>()
  #count = 0

  constructor(say: Say) {
    this.#say = say
  }

  run(queries: readonly Query[]): Promise<D1Result<unknown>[]> {
    const id = this.#count++
    const written = Promise.withResolvers<D1Result<unknown>[]>()
    this.#waiting.set(id, written)
    this.#say({ kind: 'write', id, queries })
    return written.promise
  }

  settle({ id, results, error }: ToSecond & { kind: 'written' }): void {
    const written = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (results) written?.resolve(results)
    else written?.reject(new Error(error))
  }
}

/** Answers, handed to the first thread a piece at a time, when it wants one. */
class AnswersInPieces {
  readonly #pages: Respond
  readonly #say: Say
  readonly #bodies = new Map<number, ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>>()

  constructor(pages: Respond, say: Say) {
    this.#pages = pages
    this.#say = say
  }

  async begin({ id, url, method, headers, body, clientIp }: ThreadRequest): Promise<void> {
    try {
      const response = await this.#pages(new Request(url, { method, headers, body }), clientIp)
      if (response.body) this.#bodies.set(id, response.body.getReader())
      const { status, body: pieces } = response
      this.#say({ kind: 'answered', id, status, headers: [...response.headers], hasBody: pieces !== null })
    } catch (error) {
      this.#fail(id, error)
    }
  }

  async sendPiece(id: number): Promise<void> {
    try {
      const { value: piece = null } = (await this.#bodies.get(id)?.read()) ?? {}
      if (piece === null) this.#bodies.delete(id)
      this.#say({ kind: 'piece', id, piece })
    } catch (error) {
      this.#fail(id, error)
    }
  }

  drop(id: number): void {
    this.#bodies.get(id)?.cancel().catch(logHostFault)
    this.#bodies.delete(id)
  }

  #fail(id: number, error: unknown): void {
    logHostFault(error)
    this.#bodies.delete(id)
    this.#say({ kind: 'failed', id })
  }
}
