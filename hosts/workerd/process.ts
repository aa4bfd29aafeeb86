import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Socket } from '#scripts/local/socket.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { logLine } from './log.ts'

/** Its types are those of its workers: of the program itself it has none. */
const program: string = createRequire(import.meta.url)('workerd').default

export type Workerd = {
  pid: number
  /** Settles when it has ended, whoever ended it. */
  ended: Promise<void>
  /** Lets what it is doing finish, for `grace` milliseconds at most. */
  stop: (grace?: number) => Promise<void>
}

export type WorkerdOptions = {
  /** Where its configuration and its modules are. */
  run: string
  config: string
  /** Where its database is. */
  disk: string
  /** Addresses by the names of the configuration's sockets; they are closed here and live on in workerd. */
  sockets: Record<string, Socket>
  /** What its workers are told: settings and secrets, which are on no disk and no command line. */
  env: Record<string, string>
  /** What workers say of their work is left out; what goes wrong is not. */
  isQuiet?: boolean
}

/** Starts Cloudflare's runtime. Ready when its addresses answer. */
export async function startWorkerd({ run, config, disk, sockets, env, isQuiet }: WorkerdOptions): Promise<Workerd> {
  const file = join(run, 'config.capnp')
  await writeFile(file, config)
  const names = Object.keys(sockets)
  const listed = Object.values(sockets)
  const child = spawn(
    program,
    [
      'serve',
      '--experimental',
      '--control-fd=3',
      ...names.map((name, index) => addressOf(name, listed[index], index + 4)),
      `-ddisk=${disk}`,
      file,
    ],
    {
      // A group of its own: Ctrl-C in a terminal is for us, and we let it finish
      detached: true,
      env: { ...certificates(), TZ: 'UTC', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', ...listed.map(({ fd }) => fd ?? ('ignore' as const))],
      windowsHide: true,
    },
  )
  for (const socket of listed) socket.close()
  const watcher = endWith(child)
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'exit').then(() => {
    process.off('exit', kill)
    watcher?.release()
  })
  for (const stream of [child.stdout, child.stderr] as (Readable | null)[]) {
    if (stream) createInterface(stream).on('line', (line) => logLine(line, isQuiet))
  }
  await Promise.race([listening(child, names.length), ended.then(failed, failed)])
  return { pid: child.pid ?? failed(), ended, stop: (grace = 0) => stop(child, ended, grace) }
}

function addressOf(name: string, socket: Socket | undefined, fd: number): string {
  if (!socket) throw new Error(`no address for ${name}`)
  return socket.fd === null ? `-s${name}=${socket.host}:${socket.port}` : `-S${name}=${fd}`
}

/** OpenSSL's names for where certificates are trusted from. */
function certificates(): Record<string, string> {
  return Object.fromEntries(
    ['SSL_CERT_FILE', 'SSL_CERT_DIR'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  )
}

/** workerd says on its control pipe when it listens, once a socket. */
async function listening(child: ChildProcess, sockets: number): Promise<void> {
  let heard = 0
  for await (const line of createInterface(child.stdio[3] as Readable)) {
    if (JSON.parse(line).event === 'listen') heard += 1
    if (heard === sockets) return
  }
}

function failed(): never {
  throw new Stop(words.workerdFailed)
}

async function stop(child: ChildProcess, ended: Promise<void>, grace: number): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(grace > 0 ? 'SIGTERM' : 'SIGKILL')
  const late = setTimeout(() => child.kill('SIGKILL'), grace)
  await ended
  clearTimeout(late)
}

/** Were this process killed, workerd would go on, and hold the database and the port: a shell waits for our end, and ends it. */
function endWith(child: ChildProcess): { release: () => void } | null {
  if (process.platform === 'win32' || child.pid === undefined) return null
  const watcher = spawn('/bin/sh', ['-c', 'read -r _ || kill -KILL "$0"', String(child.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.unref()
  const line = watcher.stdin as Writable
  line.on('error', () => undefined)
  return { release: () => line.end('\n') }
}
