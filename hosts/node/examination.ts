import { Worker } from 'node:worker_threads'
import { isLarge } from '#scripts/local/check-data.ts'
import { isDamaged } from '#scripts/local/writable.ts'
import { wholeCheck } from '#shared/db/soundness.ts'

const day = 86_400_000

/** Runs by itself, so that whoever has the file open goes on: at 100,000 groups it takes ten seconds. */
const program = `
const { parentPort, workerData: { file, sql } } = require('node:worker_threads')
const { DatabaseSync } = require('node:sqlite')
const sqlite = new DatabaseSync(file, { readOnly: true, timeout: 20_000 })
parentPort.postMessage(Object.values(sqlite.prepare(sql).get())[0])
sqlite.close()`

/** Looks once a day through the whole file of a server that runs for months: what a disk lost is known while good copies are still there. */
export class Examination {
  readonly #file: string
  readonly #onDamage: () => void
  #due: number
  #running: Worker | null = null

  /** A file that was too large to be looked through by the start is due at once; `first` says when else, in milliseconds. */
  constructor(file: string, onDamage: () => void, first = isLarge(file) ? 0 : day) {
    this.#file = file
    this.#onDamage = onDamage
    this.#due = performance.now() + first
  }

  /** Begins when it is due. Settles with whether the file is sound; null when it was not due, or could not be looked at. */
  async look(): Promise<boolean | null> {
    if (this.#running !== null || performance.now() < this.#due) return null
    this.#due = performance.now() + day
    const isSound = await this.#examine()
    if (isSound === false) this.#onDamage()
    return isSound
  }

  async stop(): Promise<void> {
    await this.#running?.terminate()
  }

  #examine(): Promise<boolean | null> {
    const worker = new Worker(program, { eval: true, workerData: { file: this.#file, sql: wholeCheck } })
    this.#running = worker
    const said = Promise.withResolvers<boolean | null>()
    worker.once('message', (words) => said.resolve(words === 'ok'))
    // SQLite may give up on what is damaged beyond a check
    worker.once('error', (error) => said.resolve(isDamaged(error) ? false : null))
    worker.once('exit', () => {
      this.#running = null
      said.resolve(null)
    })
    return said.promise
  }
}
