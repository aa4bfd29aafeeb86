import { readdirSync, readFileSync } from 'node:fs'

/**
 * Milliseconds of CPU that a process has used, all of its threads together; null where the system does not say (macOS, Windows). Linux counts
 * nanoseconds in /proc/<pid>/task/<thread>/schedstat, and only hundredths of a second in /proc/<pid>/stat.
 */
export function cpuOf(pid: number): number | null {
  const tasks = `/proc/${pid}/task`
  try {
    return readdirSync(tasks).reduce((sum, task) => sum + spent(`${tasks}/${task}/schedstat`), 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function spent(file: string): number {
  return Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6
}
