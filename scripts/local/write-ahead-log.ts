import { readFileSync } from 'node:fs'

// https://www.sqlite.org/fileformat2.html#the_write_ahead_log, bytes
const [headerSize, frameHeaderSize] = [32, 24]
const magic = 0x377f0682

/** The log beside a database: what was written last, and is not in the file yet. */
export const logFile = (database: string) => `${database}-wal`

/**
 * Whether a log was damaged after it was written. SQLite says nothing of it: it takes the log up to there, and forgets what comes after. A commit is on the disk
 * before the next one begins, so whatever cut the machine's power left at most one behind the place where the log breaks. Nobody may be writing.
 */
export function isLogDamaged(file: string): boolean {
  const log = readLog(file)
  // Shorter than its header: nothing was ever committed by it
  if (log === null || log.length <= headerSize) return false
  if ((log.readUInt32BE(0) & ~1) !== magic) return true
  return !isHeaderWhole(log) || commitsAfterBreak(log) > 1
}

function readLog(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function isHeaderWhole(log: Buffer): boolean {
  return isSame(log, 24, checksum(log, 0, 24, [0, 0]))
}

function commitsAfterBreak(log: Buffer): number {
  const frameSize = frameHeaderSize + log.readUInt32BE(8)
  let sum: Sum = [log.readUInt32BE(24), log.readUInt32BE(28)]
  let isBroken = false
  let commits = 0
  for (let at = headerSize; at + frameSize <= log.length; at += frameSize) {
    // Frames of a log that was here before are no part of this one
    const isOurs = log.compare(log, 16, 24, at + 8, at + 16) === 0
    if (!isBroken) {
      sum = checksum(log, at, at + 8, sum)
      sum = checksum(log, at + frameHeaderSize, at + frameSize, sum)
      isBroken = !isOurs || !isSame(log, at + 16, sum)
    }
    if (isBroken && isOurs && log.readUInt32BE(at + 4) !== 0) commits++
  }
  return commits
}

type Sum = readonly [number, number]

function isSame(log: Buffer, at: number, [first, second]: Sum): boolean {
  return log.readUInt32BE(at) === first && log.readUInt32BE(at + 4) === second
}

/** In words of the order of bytes that the first of the log names. */
function checksum(log: Buffer, from: number, end: number, [before, beforeThat]: Sum): Sum {
  const isBigEndian = (log.readUInt32BE(0) & 1) === 1
  const word = (at: number) => (isBigEndian ? log.readUInt32BE(at) : log.readUInt32LE(at))
  let [first, second] = [before, beforeThat]
  for (let at = from; at < end; at += 8) {
    first = (first + word(at) + second) >>> 0
    second = (second + word(at + 4) + first) >>> 0
  }
  return [first, second]
}
