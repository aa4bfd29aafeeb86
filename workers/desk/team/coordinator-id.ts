import { linkKey, sign } from '#shared/domain/link.ts'
import type { DeskContext } from '../env.ts'

/** What stands for a mail address in a form of the desk. */
export async function coordinatorId({ env }: DeskContext, email: string): Promise<string> {
  return (await sign(await linkKey(env.LINK_SECRET), `team:${email}`)).slice(0, 22)
}
