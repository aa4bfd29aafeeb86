import { returnToGroup } from '#shared/actions/return-to-group.ts'
import { Problem } from '#shared/domain/problem.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { texts } from '#workers/posted-form.ts'
import { untilLanded } from '#workers/until-landed.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { askIfHuman } from './human-check.tsx'
import type { Press } from './page-stamp.ts'
import { respondChoice } from './show-group.tsx'
import { actingFor } from './submission.ts'
import { openVisit, readGroupPress } from './visit.ts'

/** Takes back that somebody left a group, or said that it is not theirs. */
export async function comeBack(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const press = await readGroupPress(context, data)
  return untilLanded(context.req.param('group') ?? '', () => tryReturn(context, data, press))
}

async function tryReturn(context: FormsContext, data: FormData, press: Press): Promise<Response | 'overtaken'> {
  const uid = context.req.param('group') ?? ''
  const number = Number(texts(data).get('revision'))
  const revision = { number: Number.isSafeInteger(number) ? number : 0, from: 0, limit: Number.MAX_SAFE_INTEGER }
  const visit = await openVisit(context, {
    returns: uid,
    revision,
    isAboutPeople: true,
    isReturning: press !== 'stale',
  })
  const { group, person, exits, language, path } = visit
  if (!group) throw new Problem('group_unknown')
  const { form, partWays } = textIn(language, visit.movement)
  const said = (notice: { title: string; body: string }, status: number) =>
    respondChoice(context, visit, { notice: { kind: 'again', ...notice }, status })
  if (press === 'unsure') return askIfHuman(context, visit, { words: partWays.comeBack })
  if (press !== 'deliberate')
    return said({ title: form.pressAgain, body: press === 'stale' ? form.oldPage : form.hastyPress }, 400)
  const about = { person: person.uid, exit: exits.find((exit) => exit.uid === uid), revision: group.revision }
  const result = await returnToGroup(actingFor(context, visit), { ...visit, group }, about)
  if (result === 'overtaken') return result
  if (result === 'too_late') return said(partWays.tooLate, 409)
  return redirectTo(`${path}/${uid}?done=return`)
}
