import { plannedDay, putOffRound } from '#shared/actions/put-off-round.ts'
import type { StoredSettings } from '#shared/db/settings.ts'
import { SettingsChanged } from '#shared/db/watch-settings.ts'
import { Problem } from '#shared/domain/problem.ts'
import { mayDo } from '#shared/domain/role.ts'
import { opening, type Round } from '#shared/domain/round.ts'
import { localTime } from '#shared/domain/zone.ts'
import { FieldInput, problemText } from '#shared/html/field-input.tsx'
import { readField } from '#shared/record/field.ts'
import { newDayField } from '#shared/record/opening-day.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { Was } from './meanwhile.tsx'

const path = '/desk/mails'

type Known = { last: { key: string } | null; stored: StoredSettings }

/** Has the next round open on the day that was typed; null: as planned. Says why not. */
export async function putOffNextRound(
  context: DeskContext,
  { last, stored }: Known,
  typed: string | null,
): Promise<{ title: string; status: number } | null> {
  const { fixed, movement, now, language, session } = context.var
  if (!mayDo(session.coordinator, { role: 'administers', everywhere: true })) throw new Problem('role_missing')
  const today = localTime(now, movement.timeZone).day
  const read = typed === null ? null : readField(newDayField, typed, today)
  if (read?.problem) return { title: problemText(newDayField, read.problem, language, movement), status: 422 }
  const asked = { last: last?.key, on: read ? read.value : null }
  const { result } = await putOffRound({ ...teamActing(context), fixed }, stored, asked)
  if (result === 'done' || result === 'unchanged') return null
  if (result === 'overtaken') throw new SettingsChanged(null)
  return { title: textIn(language, movement).desk.mails.notPutOff[result], status: 422 }
}

type PutOffProps = { context: DeskContext; token: string; round: Round; typed: string }

/** Another day for the next round, and the way back to the planned one. */
export function PutOff({ context: { var: own }, token, round, typed }: PutOffProps) {
  const { language, movement } = own
  const text = textIn(language, movement).desk.mails
  const planned = plannedDay(round.key, movement)
  const isPutOff = movement.calendar.postponed[round.key] !== undefined
  return (
    <>
      <details open={typed !== ''}>
        <summary>{text.putOff}</summary>
        <DeskForm path={path} token={token}>
          <p>{text.putOffLead}</p>
          <Was kept={opening(round).on} />
          <FieldInput field={newDayField} name="on" text={typed} language={language} movement={movement} />
          <button type="submit" class="quiet" name="do" value="put_off">
            {text.putOff}
          </button>
        </DeskForm>
      </details>
      {isPutOff && planned && (
        <DeskForm path={path} token={token}>
          <Was kept={opening(round).on} />
          <button type="submit" class="quiet" name="do" value="as_planned">
            {text.asPlanned(showDay(planned, language))}
          </button>
        </DeskForm>
      )}
    </>
  )
}
