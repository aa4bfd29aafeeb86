import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram } from '#tests/support/program.ts'
import { cpuOf } from './cpu.ts'

const starts = 10
/** Milliseconds, at most. */
const allowed = 2000

/** How long it takes from `npm start`, without npm, until the first page has come: the median of ten, after one that makes the database. */
export async function benchStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'relance-bench-'))
  try {
    await startOnce(folder)
    const started: Started[] = []
    for (let count = 0; count < starts; count++) started.push(await startOnce(folder))
    const [waited, cpu] = [sorted(started.map((one) => one.waited)), sorted(started.map((one) => one.cpu))]
    console.log(`median of ${starts}     ${middle(waited)} ms until the first page, of at most ${allowed}`)
    console.log(`                 ${Math.round(waited[0] ?? 0)} to ${Math.round(waited.at(-1) ?? 0)} ms`)
    console.log(
      `                 ${middle(cpu)} ms of CPU: on a machine that does something else too, only this says much`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Milliseconds. */
type Started = { waited: number; cpu: number }

async function startOnce(folder: string): Promise<Started> {
  const begin = performance.now()
  const program = startProgram('start', [], { env: { DATA: folder, PORT: '0' } })
  try {
    const [, url = ''] = await program.until(/form +(http:\S+)[\s\S]*Ctrl-C/)
    await (await fetch(url)).text()
    return { waited: performance.now() - begin, cpu: cpuOf(program.pid) ?? Number.NaN }
  } finally {
    program.signal('SIGTERM')
    await program.ended
  }
}

const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b)
const middle = (times: readonly number[]) => Math.round(((times[starts / 2 - 1] ?? 0) + (times[starts / 2] ?? 0)) / 2)
