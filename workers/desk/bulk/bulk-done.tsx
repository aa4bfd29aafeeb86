import { ask } from '#shared/db/ask.ts'
import { type BulkAct, findBulkAct } from '#shared/db/bulk-acts.ts'
import { mayDo } from '#shared/domain/role.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm, formToken } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { bulkPath } from './bulk-form.ts'

const doneNames = ['change_states', 'change_languages', 'send_links', 'invite_again', 'undone'] as const

/** What was just done to how many, with the way back of the whole where there is one. */
export async function BulkDone(context: DeskContext) {
  const { language, movement } = context.var
  const text = textIn(language, movement).bulk
  const said = doneNames.find((name) => name === context.req.query('said'))
  const parts = Number(context.req.query('n'))
  const kept = Number(context.req.query('kept') ?? '0')
  if (!said || !Number.isSafeInteger(parts) || !Number.isSafeInteger(kept)) return null
  const act = await findOwnBulk(context, Number(context.req.query('event')))
  return (
    <div class="done note" role="status" tabindex={-1} autofocus>
      <p>{parts === 0 ? text.nothing : text.done[said](parts)}</p>
      {kept > 0 && <p>{text.kept(kept)}</p>}
      {act && act.parts.length > 0 && (
        <DeskForm path={bulkPath} token={await formToken(context, bulkPath)}>
          <input type="hidden" name="event" value={String(act.id)} />
          <button type="submit" class="quiet" name="do" value="undo">
            {text.undo}
          </button>
        </DeskForm>
      )}
    </div>
  )
}

/** An act on several groups; of whoever looks after some regions only, their own. The event of the whole is of no region. */
export async function findOwnBulk(context: DeskContext, event: number): Promise<BulkAct | null> {
  const { env, var: variables } = context
  if (!Number.isSafeInteger(event) || event <= 0) return null
  const { coordinator } = variables.session
  const by = mayDo(coordinator, { role: 'acts', everywhere: true }) ? null : coordinator.email
  return (await ask(env.DB, { act: findBulkAct(env.DB, event, by) })).act
}
