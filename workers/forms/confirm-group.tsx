import { confirmSections } from '#shared/actions/confirm-sections.ts'
import { Problem } from '#shared/domain/problem.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { askIfHuman } from './human-check.tsx'
import { openGroup, readGroupSubmission } from './link-session.ts'
import { rightWords } from './save-section.tsx'
import { showOverview } from './show-group.tsx'
import { actingFor } from './submission.ts'

/** "Everything is correct", for the whole record or for one section. */
export async function confirmGroup(context: FormsContext): Promise<Response> {
  const form = await readForm(context)
  const submission = await readGroupSubmission(context, form)
  const session = await openGroup(context, { isReturning: submission !== 'stale' })
  const { sections } = context.var.movement
  const named = form.get('section')
  const one = named === null ? null : sections.find(String(named))?.name
  if (one === undefined) throw new Problem('section_unknown')
  const text = textIn(session.language, session.movement).form
  if (submission === 'unsure')
    return askIfHuman(context, session, { words: one ? rightWords(session, one) : text.allRight })
  if (submission !== 'deliberate') {
    const body = submission === 'stale' ? text.oldPage : text.hastySubmission
    return showOverview(context, session, { notice: { kind: 'again', title: text.submitAgain, body }, status: 400 })
  }
  await confirmSections(actingFor(context, session), session, one ? [one] : sections.names)
  const done = one ? `done=checked&section=${one}` : 'done=all'
  return redirectTo(`${session.path}/${session.group.uid}?${done}`)
}
