import { Stop } from '#scripts/run.ts'
import { showInstant } from '#scripts/text/show-instant.ts'
import { language, words } from '#scripts/text/text.ts'
import type { Acting } from '#shared/actions/acting.ts'
import { beginList, haltList, hastenList } from '#shared/actions/keep-list.ts'
import { ask } from '#shared/db/ask.ts'
import { countChanges, firstListChanges } from '#shared/db/list-changes.ts'
import { isReadWhole, listSyncs } from '#shared/db/list-sync.ts'
import { textIn } from '#shared/text/text.ts'

/** Of each kind of change so many people are named. */
const named = 1000

/** Shows what would change of a list in its program; or lets it begin (`start`), stop (`stop`), or be looked at by the next cron (`look`). @throws Stop */
export async function settleList(acting: Acting, list: string, action: string | undefined): Promise<string> {
  const { done } = textIn(language, acting.movement).desk
  const kept = acting.movement.lists.filter(({ keptIn }) => keptIn !== undefined).map(({ key }) => key)
  if (!kept.includes(list)) throw new Stop(words.feeds.unknownList(list, kept))
  switch (action) {
    case undefined:
      return showList(acting, list)
    case 'start':
      await beginList(acting, list)
      return done.list_begun
    case 'stop':
      await haltList(acting, list)
      return done.list_halted
    case 'look':
      await hastenList(acting, list)
      return done.list_hastened
    default:
      throw new Stop(words.feeds.usage)
  }
}

async function showList({ db, movement, now }: Acting, list: string): Promise<string> {
  const text = textIn(language, movement).feeds
  const { syncs, figures, first } = await ask(db, {
    syncs: listSyncs(db),
    figures: countChanges(db, list, now),
    first: firstListChanges(db, list, named, now),
  })
  const sync = syncs.find((one) => one.list === list)
  if (!sync?.readAt && !sync?.trouble) return text.unread
  const at = (instant: Date) => showInstant(instant, movement)
  const of = (action: string) =>
    first.filter((change) => change.action === action).map(({ name, address }) => name || address)
  const line = (action: string, says: string, n: number) =>
    n === 0 ? [] : [`  ${says} ${text.named(of(action), n - of(action).length)}`]
  const { joins, takenOff, leaves, there, refused } = figures
  const lines = [
    ...(sync.trouble ? [text.trouble[sync.trouble](at(sync.failingSince ?? now))] : []),
    ...(sync.held ? [text.held(sync.held.before, sync.held.now), words.feeds.toAccept] : []),
    ...(sync.begunAt
      ? [sync.workedAt ? text.works(at(sync.workedAt)) : text.begun]
      : sync.readAt
        ? [text.onlyRead(at(sync.readAt))]
        : []),
  ]
  if (!isReadWhole(sync)) return lines.join('\n')
  return [
    ...lines,
    sync.begunAt ? text.next : text.would,
    ...line('join', text.joins(joins), joins),
    ...line('take_off', text.takenOff(takenOff), takenOff),
    ...line('left', text.leaves(leaves), leaves),
    ...(joins + takenOff + leaves === 0 ? [`  ${text.nothing}`] : []),
    `  ${text.there(there)}`,
    ...(sync.others > 0 ? [`  ${text.others(sync.others)}`] : []),
    ...(refused > 0 ? [`  ${text.refused(refused)}`] : []),
  ].join('\n')
}
