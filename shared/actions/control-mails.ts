import { endPause, upsertPause, upsertRedirect } from '#shared/db/mail-control.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import { countDiverted, updateDiverted } from '#shared/db/redirect.ts'
import { updateLeft } from '#shared/db/sending.ts'
import { type Acting, commit } from './acting.ts'

/** Nothing leaves any more, from the next mail on. `why` is for who wonders. */
export async function pauseMails(acting: Acting, why: string | null): Promise<void> {
  await commit(
    acting,
    [upsertPause(acting.db, why, acting.now)],
    { action: 'pause_mails' },
    preconditions.mailsPaused(false),
  )
}

/** Mails leave again. */
export async function resumeMails(acting: Acting): Promise<void> {
  await commit(acting, [endPause(acting.db)], { action: 'resume_mails' }, preconditions.mailsPaused(true))
}

/** From now on every mail goes to a coordinator. */
export async function redirectMails(acting: Acting, address: string): Promise<void> {
  await commit(
    acting,
    [upsertRedirect(acting.db, address, acting.now)],
    { action: 'redirect_mails' },
    preconditions.mailsRedirected(false),
  )
}

/** How many of the latest step's mails only the team got. */
export function countRedirected({ db }: Acting): Promise<number> {
  return countDiverted(db)
}

/** Mails go to their readers again; with `send`, also those that only the team got. */
export async function endRedirect(acting: Acting, send: boolean): Promise<void> {
  const { db, now } = acting
  const statements = [upsertRedirect(db, null, now), ...(send ? [updateDiverted(db, now)] : [])]
  await commit(acting, statements, { action: 'end_redirect', details: { send } }, preconditions.mailsRedirected(true))
}

/** Mails that are due had left before a copy of the data was put back: they are not sent again, and the next step makes up for those that had not. */
export async function countAsLeft(acting: Acting): Promise<void> {
  await commit(acting, [updateLeft(acting.db, acting.now)], { action: 'count_as_left' })
}
