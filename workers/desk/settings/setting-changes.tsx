import { undoSettings } from '#shared/actions/change-settings.ts'
import { ask } from '#shared/db/ask.ts'
import { listSettingsActs, type SettingChange, type SettingsAct } from '#shared/db/setting-changes.ts'
import { listSettings } from '#shared/db/settings.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm, formToken, readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { respondSettings, type SettingsNotice, settingsPath } from './settings-frame.tsx'
import { changedLines, settingLabel } from './shown-setting.ts'

const path = `${settingsPath}/changes`
const shown = 30

/** Who set what, before and after, with a way back. */
export function showSettingChanges(context: DeskContext): Promise<Response> {
  const { undone } = textIn(context.var.language, context.var.movement).settings.changes
  return respond(context, context.req.query('done') === 'undone' ? { done: undone } : undefined)
}

/** Takes an act on settings back. */
export async function undoSettingChange(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const text = textIn(context.var.language, context.var.movement)
  if (!form.isFresh) return respond(context, { title: text.form.submitAgain, status: 400 })
  const event = Number(form.get('event'))
  const stored = await listSettings(context.var.reads)
  const acting = { ...teamActing(context), fixed: context.var.fixed }
  const { result } = await undoSettings(acting, stored, Number.isSafeInteger(event) ? event : 0)
  if (result === 'done' || result === 'unchanged') return leadTo(context, `${path}?done=undone`)
  return respond(context, { title: text.settings.changes[result], status: 409 })
}

async function respond(context: DeskContext, notice?: SettingsNotice): Promise<Response> {
  const { reads, language } = context.var
  const asked = Number(context.req.query('before'))
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : null
  const { acts } = await ask(reads, { acts: listSettingsActs(reads, before, shown + 1) })
  const { settings, history } = textIn(language, context.var.movement)
  const token = await formToken(context, path)
  const last = acts.length > shown ? acts[shown - 1] : undefined
  return respondSettings(context, {
    title: settings.changes.title,
    lead: settings.changes.lead,
    notice,
    children: (
      <>
        {acts.length === 0 && <p class="soft">{settings.changes.none}</p>}
        <ol class="revisions">
          {acts.slice(0, shown).map((act) => (
            <Act context={context} act={act} token={token} />
          ))}
        </ol>
        {last && (
          <p>
            <a class="button quiet" href={`${path}?before=${last.event}`}>
              {history.older}
            </a>
          </p>
        )}
      </>
    ),
  })
}

function Act({ context, act, token }: { context: DeskContext; act: SettingsAct; token: string }) {
  const { language, movement } = context.var
  const text = textIn(language, movement).settings.changes
  const local = localTime(act.at, movement.timeZone)
  const name = movement.coordinators.find(({ email }) => email === act.by)?.name ?? act.by ?? text.machine
  return (
    <li class="flow">
      <p class="counted">
        <time datetime={act.at.toISOString()}>
          {showDay(local.day, language)} {local.time}
        </time>
        {' · '}
        {name}
      </p>
      {act.changes.map((change) => (
        <Change context={context} change={change} />
      ))}
      <DeskForm path={path} token={token}>
        <input type="hidden" name="event" value={String(act.event)} />
        <button type="submit" class="quiet slim">
          {text.undo}
        </button>
      </DeskForm>
    </li>
  )
}

function Change({ context, change: { key, before, after } }: { context: DeskContext; change: SettingChange }) {
  const { language } = context.var
  const text = textIn(language, context.var.movement).settings.changes
  const { gone, come } = changedLines(key, [before, after], language, context.var.movement)
  return (
    <div>
      <p class="strong">{settingLabel(key, language, context.var.movement)}</p>
      {(gone.length > 0 ? gone : [text.nothing]).map((one) => (
        <p>
          <span class="hidden">{text.before} </span>
          <del>{one}</del>
        </p>
      ))}
      {(come.length > 0 ? come : [text.nothing]).map((one) => (
        <p>
          <span class="hidden">{text.after} </span>
          <ins>{one}</ins>
        </p>
      ))}
    </div>
  )
}
