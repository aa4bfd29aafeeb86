import { type BulkResult, changeLanguages, changeStates } from '#shared/actions/act-on-groups.ts'
import { undoTowns } from '#shared/actions/change-towns.ts'
import { undoMembers } from '#shared/actions/undo-members.ts'
import { ask } from '#shared/db/ask.ts'
import { type BulkAct, listPeopleLanguages } from '#shared/db/bulk-acts.ts'
import { findGroupsToEdit } from '#shared/db/edited-groups.ts'
import { findMembersAct } from '#shared/db/sheet-addresses.ts'
import { findTownChanges } from '#shared/db/town-changes.ts'
import { mayDo } from '#shared/domain/role.ts'
import { undoWindow } from '#shared/domain/undo.ts'
import { type GroupState, groupStates } from '#shared/record/sections/identity.ts'
import { isLanguage, type Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { untilLanded } from '#workers/until-landed.ts'
import { teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { findOwnBulk } from './bulk-done.tsx'
import { bulkPath } from './bulk-form.ts'
import { showBulk } from './show-bulk.tsx'

/** Puts back what an act (the id of its event) did to several groups or people; who has changed since stays. At most four trips. */
export async function undoBulk(context: DeskContext, event: number): Promise<Response> {
  const { now, language, movement } = context.var
  const title = textIn(language, movement).bulk.tooLate
  const { changed } = await ask(context.var.reads, { changed: findTownChanges(context.var.reads, event) })
  if (changed) {
    const isOld = now.getTime() - changed.at.getTime() > undoWindow
    const { parts, kept } = isOld ? { parts: 0, kept: 0 } : await undoTowns(teamActing(context), changed.towns)
    if (parts === 0) return showBulk(context, { title, status: 409 })
    return leadTo(context, `${bulkPath}?said=undone&n=${parts}${kept > 0 ? `&kept=${kept}` : ''}`)
  }
  const { members } = await ask(context.var.reads, { members: findMembersAct(context.var.reads, event) })
  if (members) {
    const isOld = now.getTime() - members.at.getTime() > undoWindow
    if (isOld || members.left === 0 || !actsEverywhere(context)) return showBulk(context, { title, status: 409 })
    await undoMembers(teamActing(context), members, members.left)
    const kept = members.members - members.left
    return leadTo(context, `${bulkPath}?said=undone&n=${members.left}${kept > 0 ? `&kept=${kept}` : ''}`)
  }
  const act = await findOwnBulk(context, event)
  if (!act || now.getTime() - act.at.getTime() > undoWindow) return showBulk(context, { title, status: 409 })
  return untilLanded('several', async () => {
    const { result, kept } = await undo(context, act)
    if (result.result === 'overtaken') return result.result
    if (result.parts === 0) return showBulk(context, { title, status: 409 })
    return leadTo(context, `${bulkPath}?said=undone&n=${result.parts}${kept > 0 ? `&kept=${kept}` : ''}`)
  })
}

async function undo(context: DeskContext, act: BulkAct): Promise<{ result: BulkResult; kept: number }> {
  const { reads, movement } = context.var
  const acting = { ...teamActing(context), isQuiet: true }
  const uids = act.parts.map(({ uid }) => uid)
  if (act.action === 'change_states') {
    const asked = uids.map((group) => ({ group, since: Number.MAX_SAFE_INTEGER }))
    const { groups } = await ask(reads, { groups: findGroupsToEdit(reads, movement.sections, asked) })
    const same = groups.filter(({ row }) => row.state === act.to)
    const before = new Map(act.parts.flatMap(({ uid, before }) => (isState(before) ? [[uid, before] as const] : [])))
    return { result: await changeStates(acting, same, null, before), kept: uids.length - same.length }
  }
  const { people } = await ask(reads, { people: listPeopleLanguages(reads, uids) })
  const same = people.filter((one) => one.language === act.to)
  const before = new Map<string, Language | null>(
    act.parts.map(({ uid, before }) => [uid, isLanguage(before) ? before : null]),
  )
  return { result: await changeLanguages(acting, same, null, before), kept: uids.length - same.length }
}

const isState = (state: string | null): state is GroupState => state !== null && Object.hasOwn(groupStates, state)

/** Lists are of no region. */
const actsEverywhere = ({ var: { session } }: DeskContext) =>
  mayDo(session.coordinator, { role: 'acts', everywhere: true })
