import { parentPort, workerData } from 'node:worker_threads'
import type { D1Result } from '@cloudflare/workers-types'
import { townsOf } from '#scripts/import/towns.ts'
import { Background } from './background.ts'
import type { Query } from './connection.ts'
import { d1Over, openForReading } from './d1-over-sqlite.ts'
import { logHostFault } from './log-fault.ts'
import { pagesOf } from './pages.ts'
import { isRead } from './statement-text.ts'
import type { ThreadRequest, ThreadStart, ToFirst, ToSecond } from './thread-messages.ts'
import { createApart } from './workers.ts'

// The second thread: answers whoever looks on, for as long as that takes. It reads by a connection of its own; what is written, the first thread writes.

const port = parentPort
if (!port) throw new Error('this is a thread of a server')
const { fixed, file, publicUrl, secret, clock, vars, ...start } = workerData as ThreadStart
let { troubles } = start
const say = (message: ToFirst, moved: ArrayBuffer[] = []) => port.postMessage(message, moved)

const reading = openForReading(file, (fault) => say({ kind: 'fault', fault }))
const writing = new Map<number, PromiseWithResolvers<D1Result<unknown>[]>>()
let writes = 0

function write(queries: readonly Query[]): Promise<D1Result<unknown>[]> {
  const id = writes++
  const written = Promise.withResolvers<D1Result<unknown>[]>()
  writing.set(id, written)
  say({ kind: 'write', id, queries })
  return written.promise
}

let env = {
  ...vars,
  ...(clock === null ? {} : { CLOCK: clock }),
  DB: d1Over({
    run: (queries) => (queries.every(({ sql }) => isRead(sql)) ? reading.run(queries) : write(queries)),
  }),
  PUBLIC_URL: publicUrl,
  LINK_SECRET: secret,
  REMINDERS: { lookAgain: async () => say({ kind: 'look again' }) },
  TOWNS: townsOf,
  HOST_TROUBLES: () => troubles,
}
const respond = pagesOf({ apart: createApart(fixed) }, () => env, new Background(logHostFault).context)
const bodies = new Map<number, ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>>()

port.on('message', (message: ToSecond) => {
  if (message.kind === 'asked') void answer(message.asked)
  else if (message.kind === 'more') void sendPiece(message.id)
  else if (message.kind === 'enough') void bodies.get(message.id)?.cancel().catch(logHostFault)
  else if (message.kind === 'clock') env = { ...env, CLOCK: message.clock }
  else if (message.kind === 'troubles') troubles = message.troubles
  else {
    const { id, results, error } = message
    if (results) writing.get(id)?.resolve(results)
    else writing.get(id)?.reject(new Error(error))
    writing.delete(id)
  }
})

async function answer({ id, url, method, headers, body, clientIp }: ThreadRequest): Promise<void> {
  try {
    const response = await respond(new Request(url, { method, headers, body }), clientIp)
    if (response.body) bodies.set(id, response.body.getReader())
    say({
      kind: 'answered',
      id,
      status: response.status,
      headers: [...response.headers],
      hasBody: response.body !== null,
    })
  } catch (error) {
    logHostFault(error)
    say({ kind: 'failed', id })
  }
}

async function sendPiece(id: number): Promise<void> {
  try {
    const { value: piece = null } = (await bodies.get(id)?.read()) ?? {}
    if (piece === null) bodies.delete(id)
    say({ kind: 'piece', id, piece })
  } catch (error) {
    logHostFault(error)
    bodies.delete(id)
    say({ kind: 'failed', id })
  }
}
