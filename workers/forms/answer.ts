import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { upsertAnswer, upsertChecks } from '#shared/db/answers.ts'
import { cancelMailsAbout } from '#shared/db/outbox.ts'
import type { AnswerKind } from '#shared/db/visits.ts'
import type { SectionName } from '#shared/record/record.ts'
import type { FormsContext } from './env.ts'
import type { GroupVisit } from './visit.ts'

/** What an answer writes beside the record itself: the answer, the age of its sections, and the end of this round's mails about the group. */
export function answerStatements(
  context: FormsContext,
  { movement, group, person, round }: GroupVisit,
  { kind, sections }: { kind: AnswerKind; sections: readonly SectionName[] },
): D1PreparedStatement[] {
  const { DB } = context.env
  const { now } = context.var
  const said = upsertAnswer(DB, { round: round ?? '', group: group.uid, person: person.uid, kind }, now)
  const silence = cancelMailsAbout(DB, { round: round ?? '', groups: [group.uid], writesTo: movement.writesTo }, now)
  return [
    ...(sections.length > 0 ? [upsertChecks(DB, group.uid, person.uid, sections, now)] : []),
    ...(round === null ? [] : [said]),
    // "Not my group" is one person's word: the others are still asked
    ...(round === null || kind === 'not_my_group' ? [] : [silence]),
  ]
}
