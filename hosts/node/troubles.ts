import { access, constants, statfs } from 'node:fs/promises'
import { latestCopy } from '#scripts/local/check-data.ts'
import { databaseFile } from '#scripts/local/folder.ts'
import { readTroubles } from '#scripts/local/noted-troubles.ts'
import { words } from '#scripts/text/text.ts'
import type { StorageFault } from '#shared/db/storage-fault.ts'
import type { HostTrouble, HostTroubleKind } from '#shared/domain/host-trouble.ts'
import type { SqliteDatabase } from './d1-over-sqlite.ts'

/** Minutes between two times that the log says the same. */
const quietMinutes = 10

/** Bytes: with less, the next import or backup may not fit. */
const leastFree = 100 * 2 ** 20

/** What is wrong with the machine, for its log and for the coordinators. */
export class Troubles {
  readonly #folder: string
  readonly #now: () => Date
  readonly #begun = new Map<HostTroubleKind, Date>()
  readonly #said = new Map<StorageFault, number>()
  #noted: HostTrouble[] = []
  /** Hears what is wrong whenever that changes. */
  onChange: (troubles: readonly HostTrouble[]) => void = () => undefined

  constructor(folder: string, now: () => Date) {
    this.#folder = folder
    this.#now = now
  }

  list(): HostTrouble[] {
    const begun = [...this.#begun]
      .filter(([kind]) => kind !== 'nearly_full' || !this.#begun.has('full'))
      .map(([kind, since]) => ({ kind, since }))
    return [...begun, ...this.#noted.filter(({ kind }) => !this.#begun.has(kind))]
  }

  begin(kind: HostTroubleKind): void {
    if (this.#begun.has(kind)) return
    this.#begun.set(kind, this.#now())
    this.onChange(this.list())
  }

  end(kind: HostTroubleKind): void {
    if (this.#begun.delete(kind)) this.onChange(this.list())
  }

  /** Of the disk or the file, as the database found it. The log says what to do. */
  readonly onStorageFault = async (fault: StorageFault): Promise<void> => {
    this.begin(fault)
    const last = this.#said.get(fault)
    if (last !== undefined && performance.now() - last < quietMinutes * 60_000) return
    this.#said.set(fault, performance.now())
    if (fault === 'full') console.error(words.diskFullNow(this.#folder))
    else if (fault === 'readonly') console.error(words.folderNotWritable(this.#folder))
    else console.error(words.databaseDamagedNow(databaseFile(this.#folder), await latestCopy(this.#folder)))
  }

  /** Looks each minute; `canWrite` tries it, where nothing could be written before. */
  async look({ canWrite, isInPlace }: Pick<SqliteDatabase, 'canWrite' | 'isInPlace'>): Promise<void> {
    const isThere = isInPlace()
    if (!isThere && !this.#begun.has('moved')) {
      this.begin('moved')
      console.error(words.databaseTakenAway(databaseFile(this.#folder)))
    }
    const wasUnwritable = this.#begun.has('full') || this.#begun.has('readonly')
    const free = await freeBytes(this.#folder)
    const isNearlyFull = free !== null && free < leastFree
    this.#set('nearly_full', isNearlyFull)
    const mayWrite = await access(this.#folder, constants.W_OK).then(
      () => true,
      () => false,
    )
    // What was taken away is written on
    if (!mayWrite && isThere) this.begin('readonly')
    else if (wasUnwritable && canWrite()) {
      this.end('full')
      this.end('readonly')
    }
    this.#noted = await readTroubles(this.#folder, this.#now())
    this.onChange(this.list())
  }

  #set(kind: HostTroubleKind, holds: boolean): void {
    if (holds) this.begin(kind)
    else this.end(kind)
  }
}

/** Room for who is not root; null where the system does not say. */
export async function freeBytes(path: string): Promise<number | null> {
  const found = await statfs(path).catch(() => null)
  return found && found.bavail * found.bsize
}
