import { isActedMeanwhile } from '#shared/domain/problem.ts'
import { textIn } from '#shared/text/text.ts'
import type { DeskContext } from './env.ts'
import { NotDone } from './notice.tsx'

/** What is kept, as a page was made of it: it goes back with the form, so that nobody writes over what they have not seen. */
const written = (kept: unknown) => JSON.stringify(kept ?? null)

export function Was({ kept }: { kept: unknown }) {
  return <input type="hidden" name="was" value={written(kept)} />
}

/** Whether somebody else has written since a page was made. `kept`: what is kept now. */
export function isOvertaken(form: { get: (name: string) => string | null }, kept: unknown): boolean {
  return form.get('was') !== written(kept)
}

/** Says so, and what stands now. */
export function Meanwhile({ context, now }: { context: DeskContext; now: readonly string[] }) {
  const text = textIn(context.var.language, context.var.movement).desk.meanwhile
  const said = now.filter((part) => part !== '').join(' · ')
  return <NotDone title={text.title} body={said === '' ? text.gone : text.stands(said)} />
}

/** What an act of the team comes to; `overtaken` where somebody else has acted meanwhile, for a page that keeps what was typed. */
export async function orOvertaken<Result>(act: Promise<Result>): Promise<Result | 'overtaken'> {
  try {
    return await act
  } catch (error) {
    if (isActedMeanwhile(error)) return 'overtaken'
    throw error
  }
}
