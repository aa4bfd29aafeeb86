import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { endianness } from 'node:os'

// https://www.sqlite.org/fileformat2.html#the_write_ahead_log, bytes
const [headerSize, frameHeaderSize, indexHeaderSize] = [32, 24, 48]
const magic = 0x377f0682
const largestPage = 65_536
/** Some hundred KiB of a usual database. */
const framesAtOnce = 64

/** The log beside a database: what was written last, and is not in the file yet. */
export const logFile = (database: string) => `${database}-wal`

/**
 * Whether a log was damaged after it was written. SQLite says nothing of it: it takes the log up to there, and forgets what comes after. A commit is on the disk
 * before the next one begins, so whatever cut the machine's power left at most one behind the place where the log breaks. Nobody may be writing.
 */
export function isLogDamaged(file: string): boolean {
  const log = openIfThere(file)
  if (log === null) return false
  try {
    const header = Buffer.alloc(headerSize)
    // Shorter than its header: nothing was ever committed by it
    if (readSync(log, header) < headerSize || fstatSync(log).size === headerSize) return false
    if ((header.readUInt32BE(0) & ~1) !== magic) return true
    if (!isHeaderWhole(header)) return true
    const { whole, commitsBehind } = readFrames(log, header)
    return commitsBehind > 1 || whole < framesOfIndex(file, header)
  } finally {
    closeSync(log)
  }
}

function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function isHeaderWhole(header: Buffer): boolean {
  const isBigEndian = isBigEndianIn(header)
  return header.readUInt32BE(8) <= largestPage && isSame(header, 24, checksum(header, 0, 24, [0, 0], isBigEndian))
}

/** How many frames are as they were written, and how many commits lie behind the first that is not, two at most. */
function readFrames(log: number, header: Buffer): { whole: number; commitsBehind: number } {
  const isBigEndian = isBigEndianIn(header)
  let sum: Sum = [header.readUInt32BE(24), header.readUInt32BE(28)]
  let isBroken = false
  let whole = 0
  let commits = 0
  for (const frame of framesOf(log, frameHeaderSize + header.readUInt32BE(8))) {
    // Frames of a log that was here before are no part of this one
    const isOurs = header.compare(frame, 8, 16, 16, 24) === 0
    if (!isBroken) {
      sum = checksum(frame, 0, 8, sum, isBigEndian)
      sum = checksum(frame, frameHeaderSize, frame.length, sum, isBigEndian)
      isBroken = !isOurs || !isSame(frame, 16, sum)
    }
    if (!isBroken) whole++
    if (isBroken && isOurs && frame.readUInt32BE(4) !== 0) commits++
    if (commits > 1) break
  }
  return { whole, commitsBehind: commits }
}

/**
 * Frames that were committed, as the index beside a log says (https://www.sqlite.org/walformat.html#the_wal_index_file_format): it is written once a commit is
 * on the disk, and outlives a program that is killed. 0 where there is none of this log, or it is not whole.
 */
function framesOfIndex(file: string, logHeader: Buffer): number {
  const index = openIfThere(file.replace(/-wal$/, '-shm'))
  if (index === null) return 0
  try {
    const [first, second] = [Buffer.alloc(indexHeaderSize), Buffer.alloc(indexHeaderSize)]
    readSync(index, first)
    readSync(index, second)
    const isOfThisLog = first.equals(second) && first.compare(logHeader, 16, 24, 32, 40) === 0
    const sum = checksum(first, 0, 40, [0, 0], endianness() === 'BE')
    const isWhole = sum.every((word, at) => new Uint32Array(first.buffer, first.byteOffset + 40, 2)[at] === word)
    return isOfThisLog && isWhole ? (new Uint32Array(first.buffer, first.byteOffset + 16, 1)[0] ?? 0) : 0
  } finally {
    closeSync(index)
  }
}

/** The whole frames of a log, some at a time: a log may be larger than the memory. */
function* framesOf(log: number, frameSize: number): Generator<Buffer> {
  const piece = Buffer.alloc(frameSize * framesAtOnce)
  for (let from = headerSize; ; from += piece.length) {
    const read = readSync(log, piece, 0, piece.length, from)
    for (let at = 0; at + frameSize <= read; at += frameSize) yield piece.subarray(at, at + frameSize)
    if (read < piece.length) return
  }
}

type Sum = readonly [number, number]

function isSame(log: Buffer, at: number, [first, second]: Sum): boolean {
  return log.readUInt32BE(at) === first && log.readUInt32BE(at + 4) === second
}

const isBigEndianIn = (header: Buffer) => (header.readUInt32BE(0) & 1) === 1

/** In words of the order of bytes that the first of the log names. */
function checksum(bytes: Buffer, from: number, end: number, [before, beforeThat]: Sum, isBigEndian: boolean): Sum {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let [first, second] = [before, beforeThat]
  for (let at = from; at < end; at += 8) {
    first = (first + view.getUint32(at, !isBigEndian) + second) >>> 0
    second = (second + view.getUint32(at + 4, !isBigEndian) + first) >>> 0
  }
  return [first, second]
}
