import type { SectionAnswer } from '#shared/actions/update-section/plan-section.ts'
import { rowsOf } from '#shared/domain/change.ts'
import { controlName } from '#shared/domain/typed-section.ts'
import type { SectionView } from '#shared/html/section/section-view.ts'
import { askedNames } from '#shared/record/field.ts'

/**
 * What was typed in the page of a group that became part of another one meanwhile, as what is typed in that one's. Where the two differ somebody chooses:
 * nobody has seen both.
 */
export function typedInMerged<Typed extends Pick<SectionAnswer, 'section' | 'rows'>>(
  { movement, group }: SectionView,
  typed: Typed,
): Typed & Pick<SectionAnswer, 'open'> {
  const { list, fields, store } = movement.sections.named(typed.section)
  const rows = store.kind === 'group' ? typed.rows.map((row) => ({ ...row, uid: group.uid })) : typed.rows
  const known = new Set(rowsOf(group.record, list).map(({ uid }) => uid))
  const open = rows
    .filter(({ uid }) => known.has(uid))
    .flatMap(({ uid }) => askedNames(fields).map((name) => controlName(uid, name)))
  return { ...typed, rows, open }
}
