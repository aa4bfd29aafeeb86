import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startProgram } from '#tests/support/program.ts'
import { press } from './load.ts'

const seconds = { rest: 10, load: 20 }

/** The memory of `npm start`, at rest, while eight browsers ask as fast as they can, and after that. Read in Linux's /proc. */
export async function benchMemory(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'relance-bench-'))
  const program = startProgram('start', [], { env: { DATA: folder, PORT: '0' } })
  try {
    const [, url = ''] = await program.until(/form +(http:\S+)[\s\S]*Ctrl-C/)
    const report = async (when: string) => {
      const [resident, share] = await Promise.all([memoryOf(program.pid, 'Rss'), memoryOf(program.pid, 'Pss')])
      console.log(`${when.padEnd(16)} ${resident} MiB resident, ${share} MiB PSS`)
    }
    await sleep(seconds.rest * 1000)
    await report('at rest')
    const port = Number(new URL(url).port)
    const loading = press({
      port,
      pid: program.pid,
      connections: 8,
      milliseconds: seconds.load * 1000,
      request: pageAfterPage(),
    })
    await sleep(seconds.load * 900)
    await report('under load')
    await loading
    await sleep(seconds.rest * 1000)
    await report('after it')
  } finally {
    program.signal('SIGTERM')
    await program.ended
    await rm(folder, { recursive: true, force: true })
  }
}

/** The pages that anybody may ask for, in turns. */
function pageAfterPage(): () => string {
  const paths = ['/', '/new-link', '/sign-in']
  let count = 0
  return () => `GET ${paths[count++ % paths.length]} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip, br\r\n\r\n`
}

/** Resident memory, or its proportional share, in MiB. */
async function memoryOf(pid: number, kind: 'Rss' | 'Pss'): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
  return Math.round(Number(new RegExp(`^${kind}:\\s+(\\d+)`, 'm').exec(rollup)?.[1]) / 1024)
}
