// SQL, of `group_summary`: whom one can write to in a group. Whoever has no mail address is called.

/** Whether somebody is there who can be asked by mail. */
export const isMailable = 'group_summary.with_address > 0'

/** Of the filter of that name, and of the worries that are its groups. */
export const reachConditions = {
  nobody: 'group_summary.referents = 0',
  somebody: 'group_summary.referents > 0',
  // Said in the words of the index `group_summary_unreached` too, or SQLite would not look there
  suppressed: 'group_summary.reachable < group_summary.referents AND group_summary.reachable = 0',
  partly:
    'group_summary.reachable < group_summary.referents AND group_summary.reachable < group_summary.with_address AND group_summary.reachable > 0',
} as const
