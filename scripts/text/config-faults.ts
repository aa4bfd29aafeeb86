import type { MovementFault } from '#shared/settings.ts'

/** What is wrong in `movement.config.ts`, a line each; `translated` has other words for the English ones. */
export function faultLines(faults: readonly MovementFault[], translated: Readonly<Record<string, string>>): string {
  const lines = faults.map(({ path, what, detail = '' }) => {
    const said = (translated[what] ?? what).replace('{}', detail)
    return path === '' ? `  ${said}` : `  ${path}: ${said}`
  })
  return lines.join('\n')
}
