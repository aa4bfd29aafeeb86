import type { firstListChanges, SyncFigures } from '#shared/db/list-changes.ts'
import { isReadWhole, type ListSync } from '#shared/db/list-sync.ts'
import { programOf } from '#shared/domain/list-program.ts'
import type { Words } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { momentIn } from '../webhooks/status.ts'

/** A list that is kept in another program, as it stands; `sync` null before the cron has seen it. */
export type KeptListView = {
  key: string
  label: Words
  keptIn: string
  sync: ListSync | null
  figures: SyncFigures
  first: ReturnType<ReturnType<typeof firstListChanges>['read']>
}

type Props = { context: DeskContext; view: KeptListView; path: string; token: string }

/** A list in its program: how it stands, what would change there and here, and what can be done. */
export function KeptList({ context, view, path, token }: Props) {
  const { language } = context.var
  const text = textIn(language, context.var.movement).feeds
  const { key, label, sync } = view
  const { program, list } = programOf(view.keptIn)
  const isRead = sync !== null && isReadWhole(sync)
  return (
    <section aria-labelledby={`list-${key}`}>
      <h2 id={`list-${key}`}>{label[language]}</h2>
      <p class="soft">{text.keptIn(text.programs[program] ?? program, list)}</p>
      <Status context={context} sync={sync} />
      {isRead && <Changes context={context} view={view} sync={sync} />}
      <DeskForm path={path} token={token}>
        <input type="hidden" name="list" value={key} />
        <p class="row">
          {isRead && !sync.begunAt && (
            <button type="submit" name="do" value="begin">
              {text.begin}
            </button>
          )}
          {sync && (
            <button type="submit" class="quiet" name="do" value="look">
              {text.look}
            </button>
          )}
          {sync?.begunAt && (
            <button type="submit" class="quiet" name="do" value="halt">
              {text.halt}
            </button>
          )}
        </p>
      </DeskForm>
    </section>
  )
}

function Status({ context, sync }: { context: DeskContext; sync: ListSync | null }) {
  const text = textIn(context.var.language, context.var.movement).feeds
  if (!sync?.readAt && !sync?.trouble) return <p>{text.unread}</p>
  const at = (instant: Date) => momentIn(context, instant)
  return (
    <>
      {sync.trouble && <p class="strong">{text.trouble[sync.trouble](at(sync.failingSince ?? context.var.now))}</p>}
      {sync.held && <p class="strong">{text.held(sync.held.before, sync.held.now)}</p>}
      {sync.begunAt ? (
        <p>{sync.workedAt ? text.works(at(sync.workedAt)) : text.begun}</p>
      ) : (
        sync.readAt && <p>{text.onlyRead(at(sync.readAt))}</p>
      )}
    </>
  )
}

function Changes({ context, view, sync }: { context: DeskContext; view: KeptListView; sync: ListSync }) {
  const text = textIn(context.var.language, context.var.movement).feeds
  const { figures, first } = view
  const { joins, takenOff, leaves, there, refused } = figures
  const lines = [
    { action: 'join', says: text.joins(joins), n: joins },
    { action: 'take_off', says: text.takenOff(takenOff), n: takenOff },
    { action: 'left', says: text.leaves(leaves), n: leaves },
  ]
  return (
    <>
      <h3>{sync.begunAt ? text.next : text.would}</h3>
      <ul>
        {lines
          .filter(({ n }) => n > 0)
          .map(({ action, says, n }) => {
            const people = first
              .filter((change) => change.action === action)
              .map(({ name, address }) => name || address)
            return (
              <li>
                {says} <span class="soft">{text.named(people, n - people.length)}</span>
              </li>
            )
          })}
        {joins + takenOff + leaves === 0 && <li>{text.nothing}</li>}
        <li class="soft">{text.there(there)}</li>
        {sync.others > 0 && <li class="soft">{text.others(sync.others)}</li>}
        {refused > 0 && <li>{text.refused(refused)}</li>}
      </ul>
    </>
  )
}
