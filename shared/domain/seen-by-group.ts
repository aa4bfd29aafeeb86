import type { Values } from '#shared/record/row.ts'
import type { Section } from '#shared/record/section.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Change } from './change.ts'

/** The changes that a group may read: what is for the coordinators only is not among them. */
export function seenByGroup(changes: readonly Change[], sections: Sections): Change[] {
  return changes.flatMap((change) => {
    const section = sections.of(change.list)
    return section ? seenIn(change, section) : [change]
  })
}

function seenIn(change: Change, section: Section): Change[] {
  if ('added' in change) return [{ ...change, added: withoutHidden(change.added, section) }]
  if ('removed' in change) return [{ ...change, removed: withoutHidden(change.removed, section) }]
  return isHidden(change.field, section) ? [] : [change]
}

function withoutHidden(values: Values, section: Section): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isHidden(name, section)))
}

function isHidden(name: string, { fields }: Section): boolean {
  return fields[name]?.audience === 'coordinators'
}
