import { withAlongside } from '#shared/actions/acting.ts'
import { consentStatements } from '#shared/actions/set-consents.ts'
import { openConflicts, planSection, type SectionPlan } from '#shared/actions/update-section/plan-section.ts'
import { updateSection } from '#shared/actions/update-section/update-section.ts'
import type { Wishes } from '#shared/db/consents.ts'
import { type Change, rowsOf } from '#shared/domain/change.ts'
import { rowNames } from '#shared/domain/change-words.ts'
import type { Conflict, Merge } from '#shared/domain/merge.ts'
import { authorOf } from '#shared/domain/own-writes.ts'
import { blankRow, controlName, type RowProblem, type TypedRow } from '#shared/domain/typed-section.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { pageOfRows } from '#shared/html/section/older-rows.tsx'
import { countrySaid } from '#shared/movement.ts'
import type { SectionName } from '#shared/record/record.ts'
import { textIn } from '#shared/text/text.ts'
import { typedInMerged } from '#workers/section/merged-group.ts'
import { withoutForeign, withTheirs } from '#workers/section/rows-again.ts'
import { mintUid } from '#workers/section/shown-rows.ts'
import { untilLanded } from '#workers/until-landed.ts'
import { choose } from './chosen-language.ts'
import { consentsAsked } from './consents-asked.ts'
import { showSection } from './edit-section.tsx'
import type { FormsContext } from './env.ts'
import { type AboutToDo, askIfHuman } from './human-check.tsx'
import { type GroupLinkSession, openGroup } from './link-session.ts'
import { type PostedAgreement, type PostedSection, readPostedSection } from './posted-section.ts'
import { actingFor } from './submission.ts'

type Ready = Extract<SectionPlan, { result: 'ready' }>

/** Takes a section's form: saves it, or brings it back with what was typed and what to do next. */
export async function saveSection(context: FormsContext): Promise<Response> {
  const posted = await readPostedSection(context)
  return untilLanded(context.req.param('group') ?? '', () => trySave(context, posted))
}

async function trySave(context: FormsContext, posted: PostedSection): Promise<Response | 'overtaken'> {
  const opened = await openForSave(context, posted)
  const session = { ...opened, agreed: agreedNow(opened.agreed, posted.agreement) }
  const acting = actingFor(context, session)
  if (session.group.uid !== context.req.param('group')) return showMerged(context, session, posted)
  const { section, rows, since, authors, open: missed } = posted
  const conflicts = openConflicts(acting, session, posted)
  const state = { section, rows, since, conflicts, authors, missed }
  if (posted.to) {
    await choose(context, session, posted.to, posted.submission)
    return showSection(context, { ...session, language: posted.to }, { ...state, isMoved: true })
  }
  if (posted.wantsRow) {
    const added = mintUid()
    return showSection(context, session, { ...state, rows: [...rows, blankRow(added)], added })
  }
  if (posted.submission === 'stale') return showAgain(context, session, posted, conflicts)
  const plan = await planSection(acting, session, posted, mintUid)
  switch (plan.result) {
    case 'foreign':
      return showForeign(context, session, posted, plan.rows)
    case 'wrong':
      return showSection(context, session, { ...state, problems: plan.problems, status: 422 })
    case 'asks_nobody':
      return showSection(context, session, { ...state, asksNobody: true, status: 422 })
    case 'asks_town':
      return showSection(context, session, { ...state, towns: plan.towns, status: 422 })
    case 'conflict':
      return showConflicts(context, session, posted, plan.merge)
    case 'ready':
      return write(context, session, { ...posted, wishes: wishesOf(opened, posted.agreement) }, plan)
  }
}

/** Whose link it is and what we know of what was typed, in one read. */
function openForSave(context: FormsContext, posted: PostedSection): Promise<GroupLinkSession> {
  const { section, rows, since, submission } = posted
  const town = section === 'identity' ? (rows[0]?.texts.town ?? '') : null
  return openGroup(context, {
    since,
    list: context.var.movement.sections.named(section).list,
    rows: { uids: rows.map(({ uid }) => uid) },
    isReturning: submission !== 'stale',
    takesMerged: true,
    isAboutPeople: section === 'referents',
    ...(town === null ? {} : { places: { country: countrySaid(context.var.movement, rows[0]?.texts.country), town } }),
  })
}

/** The page as it was typed, to be sent once more. */
function showAgain(
  context: FormsContext,
  session: GroupLinkSession,
  { section, rows, since, submission }: PostedSection,
  conflicts: readonly Conflict[] = [],
): Promise<Response> {
  return showSection(context, session, {
    section,
    rows,
    since,
    conflicts,
    again: submission === 'stale' ? 'stale' : 'hasty',
    status: 400,
  })
}

/** What was typed of a group that is part of another one by now, in the page of that one. */
function showMerged(context: FormsContext, session: GroupLinkSession, posted: PostedSection): Promise<Response> {
  const merged = typedInMerged(session, posted)
  const conflicts = openConflicts(actingFor(context, session), session, merged)
  const { section, rows } = merged
  return showSection(context, session, { section, rows, since: session.group.number, conflicts, status: 409 })
}

/** The section again without rows that cannot be the group's, among which are `foreign`. */
function showForeign(
  context: FormsContext,
  session: GroupLinkSession,
  posted: PostedSection,
  foreign: readonly TypedRow[],
): Promise<Response> {
  const { section, since } = posted
  const rows = withoutForeign(session, posted, foreign)
  return showSection(context, session, { section, rows, since, again: 'foreign', status: 409 })
}

/** The other person's values with what was typed beside them. */
function showConflicts(
  context: FormsContext,
  session: GroupLinkSession,
  posted: PostedSection,
  merge: Merge,
): Promise<Response> {
  const rows = withTheirs(session, posted, merge, context.req.query('from'))
  const { conflicts } = merge
  const authors = Object.fromEntries(
    conflicts.map((conflict) => {
      const name = controlName(conflict.row, conflict.field)
      return [name, authorOf(conflict, session.group.since) ?? posted.authors[name] ?? '']
    }),
  )
  return showSection(context, session, {
    section: posted.section,
    rows,
    since: session.group.number,
    conflicts,
    authors,
    missed: posted.open,
    status: 409,
  })
}

async function write(
  context: FormsContext,
  session: GroupLinkSession,
  posted: PostedSection & { wishes: Wishes | null },
  { merge, addresses }: Pick<Ready, 'merge' | 'addresses'>,
): Promise<Response | 'overtaken'> {
  const { group, person } = session
  const { section, submission, wishes } = posted
  const { record, changes } = merge
  const acting = actingFor(context, session)
  if (submission === 'unsure') return askIfHuman(context, session, aboutToSave(session, section, { merge, addresses }))
  // What somebody took the time to type is theirs, however quick; a form sent back as it came may be a robot's
  if (submission === 'hasty' && changes.length + addresses.length === 0 && !wishes)
    return showAgain(context, session, posted)
  const agreed = wishes ? consentStatements(acting, person.uid, { wishes, asked: posted.agreement.asked }) : []
  const update = await updateSection(withAlongside(acting, agreed), session, section, merge, addresses)
  if (update === 'overtaken') return update
  if (update === 'row_elsewhere') return showForeign(context, session, posted, posted.rows)
  if (update === 'name_taken') {
    const problems: RowProblem[] = [{ uid: group.uid, field: 'name', problem: { code: 'name_taken' } }]
    return showSection(context, session, { ...posted, problems, status: 422 })
  }
  const isLeaving = !record.referents.some((referent) => referent.uid === person.uid)
  if (isLeaving) return redirectTo(`${session.path}?done=left&group=${group.uid}`)
  const done = changes.length > 0 || wishes ? 'saved' : addresses.length > 0 ? 'asked' : 'checked'
  const page = pageOfRows(context.req.query('from'))
  return redirectTo(`${session.path}/${group.uid}?done=${done}&section=${section}${page.replace('?', '&')}`)
}

/** What somebody agrees to have shown, with what they ticked now. */
const agreedNow = (before: readonly string[], { asked, given }: PostedAgreement): string[] => [
  ...before.filter((name) => !asked.includes(name)),
  ...given,
]

/** What they agree to from now on, of what the page asked; null where that is nothing new. */
function wishesOf({ movement, language, agreed }: GroupLinkSession, { asked, given }: PostedAgreement): Wishes | null {
  if (asked.every((name) => given.includes(name) === agreed.includes(name))) return null
  return Object.fromEntries(consentsAsked(movement, language).filter(([name]) => given.includes(name)))
}

function aboutToSave(
  session: GroupLinkSession,
  section: SectionName,
  { merge: { record, changes }, addresses }: Pick<Ready, 'merge' | 'addresses'>,
): AboutToDo {
  const asked = addresses.map(({ person, email }): Change => {
    const before = rowsOf(record, 'referents').find(({ uid }) => uid === person)?.email ?? null
    return { list: 'referents', row: person, field: 'email', before, after: email }
  })
  if (changes.length + asked.length > 0)
    return { changes: [...changes, ...asked], names: rowNames(record, session.campaigns, session.movement.sections) }
  return { words: rightWords(session, section) }
}

/** What "right" says of a section, in the words of its button. */
export function rightWords(
  { language, movement }: Pick<GroupLinkSession, 'language' | 'movement'>,
  section: SectionName,
): string {
  return `${movement.sections.named(section).words.title[language]} · ${textIn(language, movement).form.sectionRight}`
}
