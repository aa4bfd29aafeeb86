import type { GroupPlan } from '#shared/sheet/group-plan.ts'
import { addFault, addGroup, addLeftOut, addPlan, newSummary, type Summary, whoIn } from '#shared/sheet/summary.ts'
import { peopleBook, settlePeople } from '#shared/sheet/world.ts'
import type { ImportContext } from './import-context.ts'
import { planChunk } from './plan-chunk.ts'

export type Preview = {
  summary: Summary
  /** The number of the last revision of each group that would change, by uid: what somebody agrees to change. */
  numbers: Map<string, number>
}

/** What an import would do. Writes nothing. `limit`: how many things of each kind to tell one by one. */
export async function previewImport(importContext: ImportContext, limit: number): Promise<Preview> {
  const { summary, add } = beginSummary(importContext, limit)
  const numbers = new Map<string, number>()
  const people = peopleBook()
  for (const chunk of importContext.chunks) {
    const { plans } = await planChunk(importContext, chunk, people)
    for (const plan of plans) {
      add(plan)
      if (plan.number > 0 && plan.changes.length + plan.languages.length > 0) numbers.set(plan.uid, plan.number)
    }
    settlePeople(people)
  }
  return { summary, numbers }
}

/** What is known before any group is looked at, and how to add what becomes of one. */
export function beginSummary(
  importContext: ImportContext,
  limit: number,
): { summary: Summary; add: (plan: GroupPlan) => void } {
  const summary = newSummary(importContext.sheets, limit)
  const names = new Map(Array.from(importContext.campaigns.byName.values(), ({ uid, name }) => [uid, name]))
  addPlan(summary, importContext.places)
  addPlan(summary, importContext.campaigns)
  addPlan(summary, importContext.addresses)
  for (const { entry, fault } of importContext.refused) addFault(summary, { who: whoIn(entry), entry, fault })
  for (const one of importContext.leftOut) addLeftOut(summary, one)
  const { sections } = importContext.movement
  return { summary, add: (plan) => addGroup(summary, plan, { sections, nameOf: (uid) => names.get(uid) ?? '' }) }
}
