import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { D1Result } from '@cloudflare/workers-types'
import { workerOf } from '#hosts/routes.ts'
import type { StorageFault } from '#shared/db/storage-fault.ts'
import type { HostTrouble } from '#shared/domain/host-trouble.ts'
import type { Query } from './connection.ts'
import { logHostFault } from './log-fault.ts'
import type { Respond } from './pages.ts'
import type { ThreadStart, ToFirst, ToSecond } from './thread-messages.ts'

/** Minutes after which the thread ends when nobody asks: it holds as much memory as the rest of an idle server. */
const idleMinutes = 10

/** Bytes of a body that is handed over whole; what is longer, or says no length, is answered where it came in. */
const longestBody = 4_000_000

/** What the first thread does for the second. */
export type ThreadMeans = {
  write: (queries: readonly Query[]) => Promise<D1Result<unknown>[]>
  lookAgain: () => void
  onStorageFault: (fault: StorageFault) => void
}

/** Whether somebody looks on, rather than updates or acts: pages of the team, feeds, and a sheet that is brought. */
export function isLookingOn({ url, method, headers }: Request): boolean {
  const { pathname } = new URL(url)
  if (method === 'GET' || method === 'HEAD') return workerOf(pathname) !== null
  const length = headers.get('content-length')
  return pathname === '/desk/sheets' && length !== null && Number(length) <= longestBody
}

type Answering = {
  response: PromiseWithResolvers<Response>
  piece: PromiseWithResolvers<Uint8Array<ArrayBuffer> | null> | null
}

/** Answers in a thread of its own, begun when it is needed. */
export class SecondThread {
  readonly #program: string
  readonly #version: string
  readonly #means: ThreadMeans
  readonly #answering = new Map<number, Answering>()
  #start: ThreadStart
  #worker: Worker | null = null
  #idle: NodeJS.Timeout | undefined
  #count = 0

  constructor(program: string, start: ThreadStart, means: ThreadMeans) {
    this.#program = program
    this.#version = versionOf(program)
    this.#start = start
    this.#means = means
  }

  /** Whether the program is still the one that this server was started with. */
  get isCurrent(): boolean {
    return this.#worker !== null || versionOf(this.#program) === this.#version
  }

  readonly respond: Respond = async (request, clientIp) => {
    const { url, method, headers } = request
    const hasBody = method !== 'GET' && method !== 'HEAD'
    const body = hasBody ? await request.arrayBuffer() : null
    const id = this.#count++
    const response = Promise.withResolvers<Response>()
    this.#answering.set(id, { response, piece: null })
    clearTimeout(this.#idle)
    this.#say({ kind: 'asked', asked: { id, url, method, headers: [...headers], body, clientIp } })
    return response.promise
  }

  setClock(clock: string): void {
    this.#start = { ...this.#start, clock }
    this.#worker?.postMessage({ kind: 'clock', clock } satisfies ToSecond)
  }

  tellTroubles(troubles: readonly HostTrouble[]): void {
    this.#start = { ...this.#start, troubles }
    this.#worker?.postMessage({ kind: 'troubles', troubles } satisfies ToSecond)
  }

  async stop(): Promise<void> {
    clearTimeout(this.#idle)
    await this.#worker?.terminate()
  }

  #say(message: ToSecond): void {
    this.#worker ??= this.#begin()
    this.#worker.postMessage(message)
  }

  #begin(): Worker {
    const worker = new Worker(this.#program, {
      workerData: this.#start,
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    })
    worker.on('message', (message: ToFirst) => this.#hear(message))
    worker.on('error', logHostFault)
    worker.once('exit', () => this.#ended(worker))
    return worker
  }

  /** Whoever still waited is told so; the next request begins another. */
  #ended(worker: Worker): void {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const id of this.#answering.keys()) this.#fail(id)
  }

  #hear(message: ToFirst): void {
    if (message.kind === 'write') void this.#write(message)
    else if (message.kind === 'look again') this.#means.lookAgain()
    else if (message.kind === 'fault') this.#means.onStorageFault(message.fault)
    else if (message.kind === 'failed') this.#fail(message.id)
    else if (message.kind === 'piece') this.#take(message.id, message.piece)
    else this.#open(message)
  }

  async #write({ id, queries }: ToFirst & { kind: 'write' }): Promise<void> {
    try {
      this.#say({ kind: 'written', id, results: await this.#means.write(queries), error: '' })
    } catch (error) {
      this.#say({ kind: 'written', id, results: null, error: error instanceof Error ? error.message : String(error) })
    }
  }

  #open({ id, status, headers, hasBody }: ToFirst & { kind: 'answered' }): void {
    const body = hasBody ? this.#bodyOf(id) : null
    this.#answering.get(id)?.response.resolve(new Response(body, { status, headers }))
    if (!hasBody) this.#settle(id)
  }

  /** The answer as it is made, a piece when the reader wants one. */
  #bodyOf(id: number): ReadableStream<Uint8Array> {
    return new ReadableStream({
      pull: async (controller) => {
        const piece = await this.#ask(id)
        if (piece) controller.enqueue(piece)
        else controller.close()
      },
      cancel: () => {
        if (this.#answering.has(id)) this.#say({ kind: 'enough', id })
        this.#settle(id)
      },
    })
  }

  #ask(id: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const answering = this.#answering.get(id)
    if (!answering) return Promise.reject(new ThreadEnded('the thread ended'))
    answering.piece = Promise.withResolvers()
    this.#say({ kind: 'more', id })
    return answering.piece.promise
  }

  #take(id: number, piece: Uint8Array<ArrayBuffer> | null): void {
    this.#answering.get(id)?.piece?.resolve(piece)
    if (piece === null) this.#settle(id)
  }

  #fail(id: number): void {
    const answering = this.#answering.get(id)
    const error = new ThreadEnded('no answer')
    answering?.response.reject(error)
    answering?.piece?.reject(error)
    this.#settle(id)
  }

  #settle(id: number): void {
    this.#answering.delete(id)
    if (this.#answering.size > 0) return
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => void this.#worker?.terminate(), idleMinutes * 60_000).unref()
  }
}

class ThreadEnded extends Error {
  override name = 'ThreadEnded'
}

function versionOf(program: string): string {
  const found = statSync(program, { throwIfNoEntry: false })
  return found ? `${found.size} ${found.mtimeMs}` : ''
}
