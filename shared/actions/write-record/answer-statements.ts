import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { upsertAnswer, upsertChecks } from '#shared/db/answers.ts'
import { insertConfirmation } from '#shared/db/confirmations.ts'
import type { AnswerKind } from '#shared/db/link-sessions.ts'
import { cancelMailsAbout } from '#shared/db/outbox.ts'
import { personOf } from '#shared/domain/actor.ts'
import type { SectionName } from '#shared/record/record.ts'
import type { Acting } from '../acting.ts'
import type { GroupToWrite } from '../group-state.ts'

/**
 * What an answer writes beside the record itself: the answer, the age of its sections, and the end of this round's mails about the group. Only
 * a referent answers for the group: what others do leaves it asked.
 */
export function answerStatements(
  { db, movement, actor, now }: Acting,
  { group, round }: Pick<GroupToWrite, 'group' | 'round'>,
  { kind, sections }: { kind: AnswerKind; sections: readonly SectionName[] },
): D1PreparedStatement[] {
  const person = personOf(actor)
  if (person === null) return []
  const said = upsertAnswer(db, { round: round ?? '', group: group.uid, person, kind }, now)
  const silence = cancelMailsAbout(db, { round: round ?? '', groups: [group.uid], writesTo: movement.writesTo }, now)
  const confirmed = { group: group.uid, person, round, sections }
  return [
    ...(kind === 'confirmed' ? [insertConfirmation(db, confirmed, now)] : []),
    ...(sections.length > 0 ? [upsertChecks(db, group.uid, person, sections, now)] : []),
    ...(round === null ? [] : [said]),
    // "Not my group" is one person's word: the others are still asked
    ...(round === null || kind === 'not_my_group' ? [] : [silence]),
  ]
}
