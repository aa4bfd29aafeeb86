import { pageOfRows } from '#shared/html/section/older-rows.tsx'
import type { SectionName } from '#shared/record/record.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import type { OpenLinkSession } from './link-session.ts'
import { wordDraft } from './note-draft.ts'

/** What was just done, or that it was not and takes another press. */
export type Notice = {
  kind: 'all' | 'section' | 'said' | 'again'
  title: string
  body: string
  section?: SectionName
  /** Something was confirmed, and can be taken back. */
  confirmed?: true
  /** The draft that is not needed any more. */
  saved?: string
}

/** What the redirect after a write says was done. */
export function noticeOf(context: FormsContext, session: OpenLinkSession): Notice | null {
  const { language } = session
  const { form: text, membership, word } = textIn(language, session.movement)
  const { done, section: asked = '', group = '', from } = context.req.query()
  if (done === 'all') return { kind: 'all', title: text.thanksTitle, body: text.thanksBody, confirmed: true }
  if (done === 'word') return { kind: 'said', ...word.sent, saved: wordDraft(session, group) }
  if (done === 'question') return { kind: 'said', ...textIn(language, session.movement).month.question.answered }
  if (done === 'return') return { kind: 'said', ...membership.cameBack }
  if (done === 'unconfirmed') return { kind: 'said', ...textIn(language, session.movement).history.unconfirmed }
  if (done === 'language') return { kind: 'said', ...text.languageKept }
  if (done === 'accept') return { kind: 'said', ...membership.accepted }
  if (done === 'moved') return { kind: 'said', ...membership.moved }
  if (done === 'pause') return { kind: 'all', ...membership.paused }
  if (done === 'wake') return { kind: 'said', ...membership.woken }
  const own = context.req.param('group') ?? ''
  const section = session.movement.sections.find(asked)
  if (!section) return null
  const title = section.words.title[language]
  const about = {
    kind: 'section' as const,
    section: section.name,
    saved: `${own}/${section.name}${pageOfRows(from)}`,
    body: text.savedBody,
  }
  if (done === 'asked') return { ...about, title: text.askedTitle }
  if (done === 'saved') return { ...about, title: text.savedTitle(title) }
  return done === 'checked' ? { ...about, title: text.checkedTitle(title), confirmed: true } : null
}

export function NoticeBox({ kind, title, body, saved }: Notice) {
  return (
    <div class={kind === 'again' ? 'note' : 'done'} role="status" tabindex={-1} autofocus data-saved={saved}>
      <h2>{title}</h2>
      <p>{body}</p>
    </div>
  )
}
