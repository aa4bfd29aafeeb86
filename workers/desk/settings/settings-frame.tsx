import { ErrorSummary, type SummaryEntry } from '#shared/html/error-summary.tsx'
import type { Child } from '#shared/html/jsx-runtime.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from '../env.ts'
import { NotDone } from '../notice.tsx'

export const settingsPath = '/desk/settings'

/** What a page of settings says first: what was done, what is to be mended, or why nothing was done. */
export type SettingsNotice =
  | { done: string }
  | { wrong: readonly SummaryEntry[] }
  | { title: string; body?: string; status: number }

type SettingsFrame = {
  title: string
  lead: string
  /** The page above this one. */
  back?: { path: string; title: string }
  notice?: SettingsNotice | undefined
  children?: Child
}

/** A page of settings, as an answer. */
export function respondSettings(
  context: DeskContext,
  { title, lead, back, notice, children }: SettingsFrame,
): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement)
  const wrong = notice && 'wrong' in notice ? notice.wrong : []
  const above = back ?? { path: settingsPath, title: text.settings.back }
  return respondFrame(context, {
    title: wrong.length > 0 ? `${text.form.errorsTitle(wrong.length)} – ${title}` : title,
    status: wrong.length > 0 ? 422 : notice && 'status' in notice ? notice.status : 200,
    children: (
      <div class="flow narrow">
        <p>
          <a class="plain" href={above.path}>
            {above.title}
          </a>
        </p>
        {notice && 'done' in notice && (
          <div class="done note" role="status" tabindex={-1} autofocus>
            <p>{notice.done}</p>
          </div>
        )}
        <ErrorSummary title={text.form.errorsTitle(wrong.length)} entries={wrong} />
        {notice && 'status' in notice && <NotDone title={notice.title} body={notice.body} />}
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {children}
      </div>
    ),
  })
}
