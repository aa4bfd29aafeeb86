import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Where `unpack.sh` has put the servers. */
const unpacked = process.env.REAL_SERVERS ?? ''

/** A server's own root, which `unpack.sh` made: it sees no other file of this machine. */
export type Root = {
  /** Writes a file of it, with the owner's number where it is not root's. */
  write: (path: string, text: string, owner?: number) => Promise<void>
  folder: (path: string, owner?: number, mode?: number) => Promise<void>
  read: (path: string) => Promise<string>
  /** Runs a program of it to its end, and gives what it says. */
  run: (program: string, args?: readonly string[], input?: string) => Promise<string>
  /** Starts a program of it that stays, until it answers at each of `ports`. */
  start: (program: string, args: readonly string[], ports: readonly number[]) => Promise<Running>
}

export type Running = { stop: () => Promise<void> }

/** Seconds that a server has to answer, and to end. */
const patience = 30

export function openRoot(name: string): Root {
  const root = join(unpacked, name)
  const at = (path: string) => join(root, path)
  return {
    write: async (path, text, owner = 0) => {
      await mkdir(dirname(at(path)), { recursive: true })
      // Roots share what the packages brought: a file of ours takes its place, and is not written into it
      await rm(at(path), { force: true })
      await writeFile(at(path), text, { mode: owner === 0 ? 0o644 : 0o600 })
      await chown(at(path), owner, owner)
    },
    folder: async (path, owner = 0, mode = 0o755) => {
      await mkdir(at(path), { recursive: true })
      await chown(at(path), owner, owner)
      await chmod(at(path), mode)
    },
    read: (path) => readFile(at(path), 'utf8'),
    run: (program, args = [], input = '') => run(root, [program, ...args], input),
    start: (program, args, ports) => start(root, [program, ...args], ports),
  }
}

const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', HOME: '/tmp' }

function run(root: string, command: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile('chroot', [root, ...command], { env, maxBuffer: 64e6 }, (error, out, said) =>
      error ? reject(new Error(`${command[0]}: ${error.code} ${said}`)) : resolve(out),
    )
    child.stdin?.end(input)
  })
}

async function start(root: string, command: readonly string[], ports: readonly number[]): Promise<Running> {
  const log = await open(join(root, 'var/log/said'), 'a')
  const child = spawn('chroot', [root, ...command], { env, stdio: ['ignore', log.fd, log.fd] })
  await log.close()
  try {
    for (const port of ports) await answers(port, child)
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`${command[0]}: ${await readFile(join(root, 'var/log/said'), 'utf8')}`, { cause: error })
  }
  return { stop: () => stop(child) }
}

/** @throws when nobody does in time, or whoever should has ended. */
async function answers(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < patience * 10; tries++) {
    if (child.exitCode !== null) throw new Error('it has ended')
    const socket = connect({ host: '127.0.0.1', port })
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (isOpen) return
    await sleep(100)
  }
  throw new Error('it does not answer')
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), patience * 1000)
  await ended
  clearTimeout(late)
}

/** Ports of this machine that nobody has now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  return ports
}
