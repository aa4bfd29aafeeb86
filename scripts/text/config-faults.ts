import type { SettingFault } from '#shared/settings/faults.ts'

/** What is wrong in `movement.config.ts`, a line each; `translated` has other words for the English ones. */
export function faultLines(faults: readonly SettingFault[], translated: Readonly<Record<string, string>>): string {
  const lines = faults.map(({ path, what, detail = '' }) => {
    const said = (translated[what] ?? what).replace('{}', () => detail)
    return path === '' ? `  ${said}` : `  ${path}: ${said}`
  })
  return lines.join('\n')
}

/** Settings and their values, a line each. */
export function settingLines(pairs: readonly (readonly [key: string, value: string])[]): string {
  return pairs.map(([key, value]) => `  ${key} = ${value}`).join('\n')
}
