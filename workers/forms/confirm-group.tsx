import { isSectionName, sectionNames } from '#shared/fields/record.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { answerStatements } from './answer.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { showOverview } from './show-group.tsx'
import { isFromGroupPage, openGroup } from './visit.ts'

/** "All right as it is", for the whole record or for one section. */
export async function confirmGroup(context: FormsContext): Promise<Response> {
  const form = await readForm(context)
  const isFresh = await isFromGroupPage(context, form)
  const visit = await openGroup(context, { isReturning: isFresh })
  if (!isFresh) {
    const { confirmAgainTitle, confirmAgainBody } = textIn(visit.language).form
    return showOverview(context, visit, { notice: { title: confirmAgainTitle, body: confirmAgainBody }, status: 400 })
  }
  const section = String(form.get('section') ?? '')
  const checked = isSectionName(section) ? [section] : sectionNames
  await context.env.DB.batch(answerStatements(context, visit, { kind: 'confirmed', sections: checked }))
  const done = isSectionName(section) ? `done=checked&section=${section}` : 'done=all'
  return redirectTo(`${visit.path}/${visit.group.uid}?${done}`)
}
