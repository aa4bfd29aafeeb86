import { storageFault } from '#shared/db/storage-fault.ts'
import { Problem, type ProblemCode } from '#shared/domain/problem.ts'
import { logFault } from './log-fault.ts'

const storageProblems = { full: 'storage_full', readonly: 'storage_full', damaged: 'storage_damaged' } as const

/** What ends a request, as a problem: a fault of the disk or of ours is logged. */
export function problemOf(what: Error | ProblemCode): Problem {
  if (typeof what === 'string') return new Problem(what)
  if (what instanceof Problem) return what
  logFault(what)
  const fault = storageFault(what)
  return new Problem(fault ? storageProblems[fault] : 'fault')
}
