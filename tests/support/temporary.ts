import { constants } from 'node:fs'
import { access, mkdtemp, readFile, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One temporary folder for a whole run: nothing stays of it, not even of tests that failed or were cut off. */
export default async function setup(): Promise<() => Promise<void>> {
  const before = process.env.TMPDIR
  const folder = await mkdtemp(join((await inMemory()) ?? tmpdir(), 'relance-tests-'))
  // What tests, and the programs that they start, take for the system's
  process.env.TMPDIR = folder
  return async () => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const memory = '/dev/shm'
/** Bytes that must be free there, so that no run fills it. */
const roomy = 4_000_000_000

/** A folder that is kept in memory, where the machine has one with room, from which programs may run: each save of a test waits for the disk otherwise. */
async function inMemory(): Promise<string | null> {
  if (process.availableMemory() < 2 * roomy) return null
  try {
    await access(memory, constants.W_OK)
    const { bavail, bsize } = await statfs(memory)
    const mounts = (await readFile('/proc/self/mounts', 'utf8')).split('\n').map((line) => line.split(' '))
    const [, , , options = 'noexec'] = mounts.find(([, where]) => where === memory) ?? []
    return bavail * bsize >= roomy && !options.split(',').includes('noexec') ? memory : null
  } catch {
    return null
  }
}
