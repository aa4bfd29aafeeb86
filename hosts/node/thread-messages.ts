import type { D1Result } from '@cloudflare/workers-types'
import type { StorageFault } from '#shared/db/storage-fault.ts'
import type { HostTrouble } from '#shared/domain/host-trouble.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import type { Query } from './connection.ts'

/** What the second thread begins with. */
export type ThreadStart = {
  fixed: SomeSettings
  /** The database. */
  file: string
  publicUrl: string
  secret: string
  clock: string | null
  troubles: readonly HostTrouble[]
  vars: Readonly<Record<string, string>>
}

/** A request, as threads hand it over. Its number is of this thread's run. */
export type ThreadRequest = {
  id: number
  url: string
  method: string
  headers: [string, string][]
  body: ArrayBuffer | null
  clientIp: string | undefined
}

/** What the first thread says to the second. */
export type ToSecond =
  | { kind: 'asked'; asked: ThreadRequest }
  /** The next piece of an answer is wanted, or none any more. */
  | { kind: 'more'; id: number }
  | { kind: 'enough'; id: number }
  | { kind: 'written'; id: number; results: D1Result<unknown>[] | null; error: string }
  | { kind: 'clock'; clock: string }
  | { kind: 'troubles'; troubles: readonly HostTrouble[] }

/** What the second thread says to the first. */
export type ToFirst =
  | { kind: 'answered'; id: number; status: number; headers: [string, string][]; hasBody: boolean }
  /** A piece of an answer; null after the last. */
  | { kind: 'piece'; id: number; piece: Uint8Array<ArrayBuffer> | null }
  | { kind: 'failed'; id: number }
  | { kind: 'write'; id: number; queries: readonly Query[] }
  | { kind: 'look again' }
  | { kind: 'fault'; fault: StorageFault }
