import type * as z from 'zod'

/** Something wrong in a setting: its path, and what in English; `{}` stands for the detail. */
export type SettingFault = { path: string; what: string; detail?: string }

/** What is wrong with settings, for the person who edits them. */
export class SettingsError extends Error {
  override name = 'SettingsError'
  readonly faults: readonly SettingFault[]
  constructor(faults: readonly SettingFault[]) {
    const lines = faults.map(
      ({ path, what, detail = '' }) => `  ${path || '(the whole)'}: ${what.replace('{}', () => detail)}`,
    )
    super(`the settings need a correction:\n${lines.join('\n')}`)
    this.faults = faults
  }
}

export function faultsOf(issues: readonly z.core.$ZodIssue[]): SettingFault[] {
  return issues.map((issue) => ({ path: issue.path.join('.'), ...whatIsWrong(issue) }))
}

function whatIsWrong(issue: z.core.$ZodIssue): Omit<SettingFault, 'path'> {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { what: 'unknown name: {}', detail: issue.keys.join(', ') }
    case 'invalid_type':
      return { what: issue.input === undefined ? 'is missing' : (expectations[issue.expected] ?? issue.message) }
    case 'invalid_value':
      return { what: 'write one of: {}', detail: issue.values.join(', ') }
    case 'too_small':
      return isReason(issue)
        ? { what: issue.message }
        : { what: 'too little: at least {}', detail: String(issue.minimum) }
    case 'too_big':
      return isReason(issue) ? { what: issue.message } : { what: 'too much: {} at most', detail: String(issue.maximum) }
    case 'custom':
      return typeof issue.params?.detail === 'string'
        ? { what: issue.message, detail: issue.params.detail }
        : { what: issue.message }
    default:
      return { what: issue.message }
  }
}

/** Words of ours, not those that Zod has for everything. */
const isReason = ({ message }: { message: string }) => !message.startsWith('Too ')

const expectations: Partial<Record<string, string>> = {
  string: "is not a text, as 'this'",
  int: 'is not a whole number',
  number: 'is not a number',
  array: "is not a list, as ['this']",
  object: 'is not a group of settings, as { … }',
}
