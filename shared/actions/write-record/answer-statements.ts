import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { upsertAnswer, upsertChecks } from '#shared/db/answers.ts'
import { insertConfirmation } from '#shared/db/confirmations.ts'
import type { AnswerKind } from '#shared/db/link-sessions.ts'
import { cancelMailsAbout } from '#shared/db/outbox.ts'
import { personOf } from '#shared/domain/actor.ts'
import type { SectionName } from '#shared/record/record.ts'
import type { Acting } from '../acting.ts'
import type { GroupToWrite } from '../group-state.ts'

type Said = { kind: AnswerKind; sections: readonly SectionName[] }
/** Whose answer it is: the group and the person by their uids. */
type By = { group: string; person: string; round: string | null; isHeard: boolean }
type Answering = Pick<Acting, 'db' | 'movement' | 'now'>

/**
 * What an answer writes beside the record itself: the answer, the age of its sections, and the end of this round's mails about the group. Only
 * a referent answers for the group: what others do leaves it asked.
 */
export function answerStatements(
  acting: Acting,
  { group, round }: Pick<GroupToWrite, 'group' | 'round'>,
  said: Said,
): D1PreparedStatement[] {
  const person = personOf(acting.actor)
  return person === null ? [] : answerOf(acting, { group: group.uid, person, round, isHeard: false }, said)
}

/** The same of a referent whom somebody of the team has heard on the phone. */
export function heardAnswer(acting: Answering, by: Omit<By, 'isHeard'>, said: Said): D1PreparedStatement[] {
  return answerOf(acting, { ...by, isHeard: true }, said)
}

function answerOf(
  { db, movement, now }: Answering,
  { group, person, round, isHeard }: By,
  { kind, sections }: Said,
): D1PreparedStatement[] {
  const said = upsertAnswer(db, { round: round ?? '', group, person, kind }, now)
  const silence = cancelMailsAbout(db, { round: round ?? '', groups: [group], writesTo: movement.writesTo }, now)
  const confirmed = { group, person, round, sections, isHeard }
  return [
    ...(kind === 'confirmed' ? [insertConfirmation(db, confirmed, now)] : []),
    ...(sections.length > 0 ? [upsertChecks(db, group, person, sections, now)] : []),
    ...(round === null ? [] : [said]),
    // "Not my group" is one person's word: the others are still asked
    ...(round === null || kind === 'not_my_group' ? [] : [silence]),
  ]
}
