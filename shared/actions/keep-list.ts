import { beginSync, haltSync, hastenSync } from '#shared/db/list-sync.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import { type Acting, commit } from './acting.ts'

/** The team has seen what will change: the list is kept in its program from now on. */
export async function beginList(acting: Acting, list: string): Promise<void> {
  const event = { action: 'begin_list_sync', details: { list } } as const
  await commit(acting, [beginSync(acting.db, list, acting.now)], event, preconditions.listKept(list, false))
}

/** Changes nothing in its program any more; it goes on being read. */
export async function haltList(acting: Acting, list: string): Promise<void> {
  const event = { action: 'halt_list_sync', details: { list } } as const
  await commit(acting, [haltSync(acting.db, list)], event, preconditions.listKept(list, true))
}

/** Has the list looked at as soon as the cron runs. */
export async function hastenList({ db, now }: Acting, list: string): Promise<void> {
  await hastenSync(db, list, now).run()
}
