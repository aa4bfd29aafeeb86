import { type GroupMerging, mergeGroups, undoGroupMerge } from '#shared/actions/merge-groups.ts'
import type { LinkSession, SessionGroup } from '#shared/db/link-sessions.ts'
import { readMerging } from '#shared/db/merging-groups.ts'
import { type GroupMerge, type MergingGroup, planGroupMerge } from '#shared/domain/group-merge.ts'
import type { MergeSide } from '#shared/domain/merge-choice.ts'
import { Problem } from '#shared/domain/problem.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { formToken, type PostedDeskForm, readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { MergePage, type MergeTrouble } from './merge-page.tsx'
import { NotDone } from './notice.tsx'
import { sendSoon } from './send-soon.ts'

type Merging = { kept: LinkSession & { group: SessionGroup }; other: LinkSession & { group: SessionGroup } }

/** Two groups side by side, the differences first. One trip. */
export async function showMerge(context: DeskContext): Promise<Response> {
  const merging = await openMerging(context)
  return merging instanceof Response ? merging : respond(context, merging, planOf(context, merging), {})
}

/** Makes them one, as somebody chose; asks again where somebody else has written meanwhile. Two trips. */
export async function mergeTwoGroups(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const merging = await openMerging(context)
  if (merging instanceof Response) return merging
  const plan = planOf(context, merging, chosenIn(form))
  const isQuiet = form.get('tell') !== 'oui'
  const text = textIn(context.var.language, context.var.movement)
  const again = (trouble: MergeTrouble) => respond(context, merging, plan, { trouble, isQuiet })
  if (!form.isFresh) return again({ title: text.form.submitAgain, status: 400 })
  const isSeen = [merging.kept, merging.other].every(({ group }) => form.get(group.uid) === String(group.number))
  if (!isSeen) return again({ ...text.merge.group.changed, status: 409 })
  const result = await mergeGroups({ ...teamActing(context), isQuiet }, merging, plan)
  if (result === 'name_taken') return again({ ...text.merge.group.nameTaken, status: 422 })
  if (result === 'overtaken') return again({ ...text.merge.group.changed, status: 409 })
  if (!isQuiet) sendSoon(context)
  return leadTo(context, `/desk/groups/${merging.kept.group.uid}?done=groups_merged`)
}

/** Makes them two again. Two trips. `not_undone`: somebody has written since. */
export async function partGroups(
  context: DeskContext,
  kept: string,
  other: string,
): Promise<GroupMerging | 'not_undone'> {
  const { reads, movement, now } = context.var
  const read = await readMerging(reads, movement.sections, { kept, other }, now)
  if (!read.kept?.group || !read.other?.group || read.wrote === null) return 'not_undone'
  const pair = { kept: { ...read.kept, group: read.kept.group }, other: { ...read.other, group: read.other.group } }
  return undoGroupMerge(teamActing(context), pair, read.wrote)
}

/** Both, with all of their rows; an answer where they cannot be made one. @throws Problem when one of them is not in the regions of whoever is signed in. */
async function openMerging(context: DeskContext): Promise<Merging | Response> {
  const { reads, movement, now, language } = context.var
  const [kept, other] = [context.req.param('uid') ?? '', context.req.param('other') ?? '']
  const read = await readMerging(reads, movement.sections, { kept, other }, now)
  if (!read.kept?.group || !read.other?.group || kept === other) throw new Problem('group_unknown')
  if (read.kept.group.mergedInto !== null || read.other.group.mergedInto !== null)
    return leadTo(context, `/desk/groups/${read.kept.group.mergedInto ?? kept}?done=merged_elsewhere`)
  const { title, body } = textIn(language, movement).merge.group.tooLarge
  if (read.isTooLarge)
    return respondFrame(context, { title, status: 422, children: <NotDone title={title} body={body} /> })
  return { kept: { ...read.kept, group: read.kept.group }, other: { ...read.other, group: read.other.group } }
}

function planOf(context: DeskContext, { kept, other }: Merging, chosen?: ReadonlyMap<string, MergeSide>): GroupMerge {
  const { sections } = context.var.movement
  return planGroupMerge(sections, mergingOf(kept.group), mergingOf(other.group), chosen)
}

/** When its record was found right last: that of what it says of itself. */
function mergingOf({ record, invited, checks }: SessionGroup): MergingGroup {
  return { record, invited, checkedAt: checks.find(({ section }) => section === 'identity')?.checkedAt ?? null }
}

function chosenIn(form: PostedDeskForm): Map<string, MergeSide> {
  const chosen = form.getAll('choice').flatMap((key): [string, MergeSide][] => {
    const side = form.get(`take.${key}`)
    return side === 'kept' || side === 'other' ? [[key, side]] : []
  })
  return new Map(chosen)
}

type Shown = { trouble?: MergeTrouble; isQuiet?: boolean }

async function respond(
  context: DeskContext,
  { kept, other }: Merging,
  plan: GroupMerge,
  { trouble, isQuiet = false }: Shown,
): Promise<Response> {
  const token = await formToken(context)
  const text = textIn(context.var.language, context.var.movement).merge.group
  return respondFrame(context, {
    title: trouble ? `${trouble.title} – ${text.title}` : text.title,
    status: trouble?.status ?? 200,
    children: (
      <MergePage
        context={context}
        kept={kept.group}
        other={other.group}
        plan={plan}
        token={token}
        trouble={trouble}
        isQuiet={isQuiet}
        campaigns={kept.campaigns}
      />
    ),
  })
}
