import type { SectionName } from '#shared/record/record.ts'
import { type Acting, commit } from './acting.ts'
import type { GroupToWrite } from './group-state.ts'
import { answerStatements } from './write-record/answer-statements.ts'

/** "Everything is correct", for the whole record or for one section. One trip. */
export async function confirmSections(
  acting: Acting,
  state: Pick<GroupToWrite, 'group' | 'round'>,
  sections: readonly SectionName[],
): Promise<void> {
  const group = state.group.uid
  const said = answerStatements(acting, state, { kind: 'confirmed', sections })
  await commit(acting, said, { action: 'confirm_sections', group, details: { sections } })
}
