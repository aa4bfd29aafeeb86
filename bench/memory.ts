import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startProgram } from '#tests/support/program.ts'
import { press } from './load.ts'

const seconds = { rest: 10, load: 20 }

/** The memory of `npm start`, its Node and its workerd: at rest, while eight browsers ask as fast as they can, and after that. Read in Linux's /proc. */
export async function benchMemory(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'relance-bench-'))
  const program = startProgram('start', [], { env: { DATA: folder, PORT: '0' } })
  try {
    const [, url = ''] = await program.until(/form +(http:\S+)[\s\S]*Ctrl-C/)
    const { workerd } = JSON.parse(await readFile(join(folder, 'running.json'), 'utf8')) as { workerd: number }
    const report = async (when: string) => {
      const [node, runtime] = await Promise.all([residentOf(program.pid), residentOf(workerd)])
      console.log(`${when.padEnd(16)} ${node + runtime} MiB: Node ${node}, workerd ${runtime}`)
    }
    await sleep(seconds.rest * 1000)
    await report('at rest')
    const port = Number(new URL(url).port)
    const loading = press({
      port,
      pid: workerd,
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

/** Resident memory, in MiB. */
async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
}
