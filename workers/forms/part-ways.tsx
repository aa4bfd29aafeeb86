import { confirmSeat } from '#shared/db/people.ts'
import { isOvertaken } from '#shared/db/revisions.ts'
import type { AnswerKind } from '#shared/db/visits.ts'
import { rowsOf, withRows } from '#shared/domain/change.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import { Problem } from '#shared/domain/problem.ts'
import { redirectTo } from '#shared/html/respond.ts'
import type { GroupState } from '#shared/record/group.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import { answerStatements } from './answer.ts'
import type { FormsContext } from './env.ts'
import { readForm, texts } from './form.ts'
import { PartWays, type PartWaysState } from './part-ways-page.tsx'
import { respondForm } from './respond-form.ts'
import { type GroupVisit, openGroup, readGroupPress, stampGroupPage } from './visit.ts'
import { writePress } from './write-press.ts'
import { leavesNobody, recordStatements } from './write-record.ts'

/** What can be said beside "right" and "wrong": yes I am, I leave, it was never mine, we pause, we are back. */
export const deeds = ['accept', 'leave', 'not_mine', 'pause', 'wake'] as const
export type Deed = (typeof deeds)[number]

export async function showPartWays(context: FormsContext): Promise<Response> {
  return respondState(context, await openGroup(context), {})
}

async function respondState(
  context: FormsContext,
  visit: GroupVisit,
  state: Omit<PartWaysState, 'page'>,
  status = 200,
): Promise<Response> {
  const page = await stampGroupPage(context, visit)
  return respondForm(<PartWays visit={visit} state={{ ...state, page }} />, { status })
}

/** Writes one of the deeds down, as a revision and as an answer. */
export async function partWays(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const form = texts(data)
  const press = await readGroupPress(context, data)
  const visit = await openGroup(context, { addresses: [], isReturning: press !== 'stale' })
  const deed = deeds.find((name) => name === form.get('do'))
  if (!deed || press !== 'deliberate') return respondState(context, visit, { isAgain: true }, 400)
  if (deed === 'accept') return accept(context, visit)
  const record = after(visit, deed)
  if (deed !== 'wake' && leavesNobody(visit, record) && form.get('nobody') !== 'oui')
    return respondState(context, visit, { asksNobody: deed }, 422)
  await write(context, visit, deed, record)
  const isGone = deed === 'leave' || deed === 'not_mine'
  return redirectTo(isGone ? `${visit.path}?done=left` : `${visit.path}/${visit.group.uid}?done=${deed}`)
}

/** Somebody whom the group named says that they are. */
async function accept(context: FormsContext, visit: GroupVisit): Promise<Response> {
  const { group, person, path } = visit
  await writePress(context, visit, [
    confirmSeat(context.env.DB, { group: group.uid, uid: person.uid }, context.var.now),
  ])
  return redirectTo(`${path}/${group.uid}?done=accept`)
}

/** The record as the deed leaves it. */
function after({ group: { record }, person }: GroupVisit, deed: Deed): GroupRecord {
  if (deed === 'pause') return withState(record, 'asleep')
  if (deed === 'wake') return withState(record, 'active')
  return withRows(
    record,
    'referents',
    rowsOf(record, 'referents').filter(({ uid }) => uid !== person.uid),
  )
}

/** A group that the team has closed stays so. */
function withState(record: GroupRecord, state: GroupState): GroupRecord {
  return { ...record, group: record.group.map((group) => (group.state === 'closed' ? group : { ...group, state })) }
}

async function write(context: FormsContext, visit: GroupVisit, deed: Deed, record: GroupRecord): Promise<void> {
  const changes = diffRecords(visit.group.record, record)
  const statements = [
    ...(await recordStatements(context, visit, { record, changes })),
    ...answers(context, visit, deed),
  ]
  if (statements.length === 0) return
  try {
    await writePress(context, visit, statements)
  } catch (error) {
    if (isOvertaken(error)) throw new Problem('busy')
    throw error
  }
}

/** Whoever leaves says nothing about the group: the others are still asked. A pause is the group's answer. */
function answers(context: FormsContext, visit: GroupVisit, deed: Deed) {
  const kinds: Partial<Record<Deed, AnswerKind>> = { not_mine: 'not_my_group', pause: 'paused', wake: 'updated' }
  const kind = kinds[deed]
  if (!kind || (deed !== 'not_mine' && visit.group.record.group[0]?.state === 'closed')) return []
  return answerStatements(context, visit, { kind, sections: deed === 'pause' ? visit.movement.sections.names : [] })
}
