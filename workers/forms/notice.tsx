import { isSectionName, type SectionName, sections } from '#shared/fields/record.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import type { OpenVisit } from './visit.ts'

/** What was just done, or that it was not and takes another press. */
export type Notice = { kind: 'all' | 'section' | 'said' | 'again'; title: string; body: string; section?: SectionName }

/** What the redirect after a write says was done. */
export function noticeOf(context: FormsContext, { language }: OpenVisit): Notice | null {
  const { form: text, partWays, word } = textIn(language)
  const { done, section = '' } = context.req.query()
  if (done === 'all') return { kind: 'all', title: text.thanksTitle, body: text.thanksBody }
  if (done === 'word') return { kind: 'said', ...word.sent }
  if (done === 'language') return { kind: 'said', ...text.languageKept }
  if (done === 'accept') return { kind: 'said', ...partWays.accepted }
  if (done === 'pause') return { kind: 'all', ...partWays.paused }
  if (done === 'wake') return { kind: 'said', ...partWays.woken }
  if (!isSectionName(section)) return null
  const title = sections[section].title[language]
  if (done === 'saved') return { kind: 'section', section, title: text.savedTitle(title), body: text.savedBody }
  return done === 'checked' ? { kind: 'section', section, title: text.checkedTitle(title), body: text.savedBody } : null
}

/** `saved` names the draft that is not needed any more. */
export function NoticeBox({ kind, title, body, saved }: Notice & { saved?: string | undefined }) {
  return (
    <div class={kind === 'again' ? 'note' : 'done'} role="status" tabindex={-1} autofocus data-saved={saved}>
      <h2>{title}</h2>
      <p>{body}</p>
    </div>
  )
}
