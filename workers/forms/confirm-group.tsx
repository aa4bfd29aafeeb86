import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { answerStatements } from './answer.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { showOverview } from './show-group.tsx'
import { openGroup, readGroupPress } from './visit.ts'
import { writePress } from './write-press.ts'

/** "All right as it is", for the whole record or for one section. */
export async function confirmGroup(context: FormsContext): Promise<Response> {
  const form = await readForm(context)
  const press = await readGroupPress(context, form)
  const visit = await openGroup(context, { isReturning: press !== 'stale' })
  if (press !== 'deliberate') {
    const { pressAgain, oldPage, hastyPress } = textIn(visit.language).form
    const body = press === 'stale' ? oldPage : hastyPress
    return showOverview(context, visit, { notice: { kind: 'again', title: pressAgain, body }, status: 400 })
  }
  const { sections } = visit.movement
  const section = sections.find(String(form.get('section') ?? ''))
  const checked = section ? [section.name] : sections.names
  await writePress(context, visit, answerStatements(context, visit, { kind: 'confirmed', sections: checked }))
  const done = section ? `done=checked&section=${section.name}` : 'done=all'
  return redirectTo(`${visit.path}/${visit.group.uid}?${done}`)
}
