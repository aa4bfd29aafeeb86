import { returnToGroup } from '#shared/actions/return-to-group.ts'
import { Problem } from '#shared/domain/problem.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { texts } from '#workers/posted-form.ts'
import { untilLanded } from '#workers/until-landed.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import type { Submission } from './form-token.ts'
import { askIfHuman } from './human-check.tsx'
import { openLinkSession, readGroupSubmission } from './link-session.ts'
import { respondChoice } from './show-group.tsx'
import { actingFor } from './submission.ts'

/** Takes back that somebody left a group, or said that it is not theirs. */
export async function comeBack(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const submission = await readGroupSubmission(context, data)
  return untilLanded(context.req.param('group') ?? '', () => tryReturn(context, data, submission))
}

async function tryReturn(
  context: FormsContext,
  data: FormData,
  submission: Submission,
): Promise<Response | 'overtaken'> {
  const uid = context.req.param('group') ?? ''
  const number = Number(texts(data).get('revision'))
  const revision = { number: Number.isSafeInteger(number) ? number : 0, from: 0, limit: Number.MAX_SAFE_INTEGER }
  const session = await openLinkSession(context, {
    returns: uid,
    revision,
    isAboutPeople: true,
    isReturning: submission !== 'stale',
  })
  const { group, person, exits, language, path } = session
  if (!group) throw new Problem('group_unknown')
  const { form, membership } = textIn(language, session.movement)
  const said = (notice: { title: string; body: string }, status: number) =>
    respondChoice(context, session, { notice: { kind: 'again', ...notice }, status })
  if (submission === 'unsure') return askIfHuman(context, session, { words: membership.comeBack })
  if (submission !== 'deliberate')
    return said({ title: form.submitAgain, body: submission === 'stale' ? form.oldPage : form.hastySubmission }, 400)
  const about = { person: person.uid, exit: exits.find((exit) => exit.uid === uid), revision: group.revision }
  const result = await returnToGroup(actingFor(context, session), { ...session, group }, about)
  if (result === 'overtaken') return result
  if (result === 'too_late') return said(membership.tooLate, 409)
  return redirectTo(`${path}/${uid}?done=return`)
}
