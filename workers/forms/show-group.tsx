import { Problem } from '#shared/domain/problem.ts'
import { ChooseGroup } from './choose-group.tsx'
import type { FormsContext } from './env.ts'
import { type Notice, noticeOf } from './notice.tsx'
import { Overview } from './overview.tsx'
import { respondForm } from './respond-form.ts'
import { wayBack } from './unsubscribe.tsx'
import { type GroupVisit, openVisit, stampGroupPage } from './visit.ts'

/** What a redirect calls a confirmation. */
const confirmedBy = ['all', 'checked']

/** The page that a mail's link opens: what we know of the group, or the choice of one. */
export async function showGroup(context: FormsContext): Promise<Response> {
  const done = context.req.query('done') ?? ''
  // Right after a save, what was saved
  const visit = await openVisit(context, {
    history: done === 'saved' ? 1 : 0,
    confirmations: { limit: confirmedBy.includes(done) ? 1 : 0 },
  })
  if (!visit.group) {
    if (context.req.param('group')) throw new Problem('group_unknown')
    const back = await wayBack(context, visit)
    return respondForm(<ChooseGroup visit={visit} notice={noticeOf(context, visit)} back={back} />)
  }
  return showOverview(context, { ...visit, group: visit.group })
}

/** The group's overview, with a word about what was just done. */
export async function showOverview(
  context: FormsContext,
  visit: GroupVisit,
  { notice = noticeOf(context, visit), status = 200 }: { notice?: Notice | null; status?: number } = {},
): Promise<Response> {
  const [page, back] = [await stampGroupPage(context, visit), await wayBack(context, visit)]
  const overview = <Overview visit={visit} now={context.var.now} page={page} notice={notice} back={back} />
  return respondForm(overview, { status })
}
