import { execFileSync } from 'node:child_process'
import { root } from '#scripts/local/paths.ts'

/** When the sources last changed: the same for whoever makes the release (https://reproducible-builds.org/specs/source-date-epoch). */
export function changedAt(): Date {
  const told = process.env.SOURCE_DATE_EPOCH
  const seconds = told ?? execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' })
  return new Date(Number(seconds) * 1000)
}
