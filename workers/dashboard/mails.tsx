import { ask } from '#shared/db/ask.ts'
import { mailControl } from '#shared/db/mail-control.ts'
import { type ListedMail, listMails, type MailCount, mailCounts } from '#shared/db/mail-list.ts'
import type { MailReason } from '#shared/domain/mail.ts'
import { summaryLine, troubles } from '#shared/domain/mail-summary.ts'
import { ifNotSent, kindName } from '#shared/mail/kinds.ts'
import { colonIn } from '#shared/text/colon.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { momentName } from './dates.ts'
import type { DashboardContext } from './env.ts'
import { MailAlert } from './mail-alert.tsx'
import { MailLines } from './mail-lines.tsx'
import { type MailQuery, mailsPath, readMailQuery } from './mail-query.ts'

const mailsPerPage = 100

/** The update's mails, and what beside them waits or did not arrive: what became of them, kind by kind; and one by one, where somebody or something is looked for. */
export async function showMails(context: DashboardContext): Promise<Response> {
  const { movement, language, now } = context.var
  const { DB } = context.env
  const query = readMailQuery(new URL(context.req.url).searchParams)
  const window = { offset: (query.page - 1) * mailsPerPage, limit: mailsPerPage + 1 }
  const isNarrowed = query.line !== null || query.kind !== null || query.text !== ''
  const always = { counts: mailCounts(DB), control: mailControl(DB, now) }
  const { mails, counts, control } = isNarrowed
    ? await ask(DB, { mails: listMails(DB, query, window), ...always })
    : { mails: null, ...(await ask(DB, always)) }
  if (query.page > 1 && (mails ?? []).length === 0) return context.redirect(mailsPath({ ...query, page: 1 }), 303)
  const text = textIn(language, movement).dashboard.mails
  const all = counts.reduce((sum, count) => sum + count.mails, 0)
  return respondFrame(context, {
    title: text.title,
    children: (
      <>
        <MailAlert movement={movement} control={control} language={language} />
        <h1>{isNarrowed ? titleOf(query, counts, language, movement) : text.count(all)}</h1>
        {query.line && <p class="lead">{textIn(language, movement).dashboard.overview.mailState[query.line].next}</p>}
        {query.line === null && <p class="says">{text.counted}</p>}
        {all > 0 && <MailSearch query={query} language={language} movement={movement} />}
        {isNarrowed && (
          <nav class="row" aria-label={text.byState}>
            <a href="/dashboard/mails">{text.all}</a>
          </nav>
        )}
        {mails ? (
          <Listed query={query} mails={mails} timeZone={movement.timeZone} language={language} movement={movement} />
        ) : (
          <MailLines counts={counts} language={language} movement={movement} />
        )}
      </>
    ),
  })
}

/** `12 reminders were sent`; what was looked for, where the counts do not know how many there are. */
function titleOf(
  { line, kind, text: looked }: MailQuery,
  counts: readonly MailCount[],
  language: Language,
  movement: OwnWords,
): string {
  const { overview, mails: text } = textIn(language, movement).dashboard
  if (looked !== '') return text.found(looked)
  const of = counts.filter(
    (count) => (line ? summaryLine(count) === line : true) && (kind ? count.kind === kind : true),
  )
  const all = of.reduce((sum, count) => sum + count.mails, 0)
  const which = kind ? text.ofKind(all, kindName(kind, language, movement)) : null
  if (line === null) return which ?? text.count(all)
  const state = text.inState(all, overview.mailState[line].name(all))
  return which ? `${kindName(kind ?? 'invitation', language, movement)} – ${state}` : state
}

/** Looks for somebody or a group among the mails that are shown. */
function MailSearch({ query, language, movement }: { query: MailQuery; language: Language; movement: OwnWords }) {
  const { groups, mails: text } = textIn(language, movement).dashboard
  return (
    <form class="filters" method="get" action="/dashboard/mails">
      {query.line && <input type="hidden" name="state" value={query.line} />}
      {query.kind && <input type="hidden" name="kind" value={query.kind} />}
      <div class="search">
        <label for="text">{text.search}</label>
        <input type="search" id="text" name="text" value={query.text} autocomplete="off" spellcheck={false} />
        <button type="submit">{groups.find}</button>
      </div>
    </form>
  )
}

type ListedProps = {
  query: MailQuery
  mails: readonly ListedMail[]
  timeZone: string
  language: Language
  movement: OwnWords
}

function Listed({ query, mails, timeZone, language, movement }: ListedProps) {
  if (mails.length === 0) return <p class="note">{textIn(language, movement).dashboard.mails.none}</p>
  return (
    <>
      <ul class="feed messages">
        {mails.slice(0, mailsPerPage).map((mail) => (
          <MailItem timeZone={timeZone} mail={mail} language={language} movement={movement} />
        ))}
      </ul>
      <Turn query={query} hasNext={mails.length > mailsPerPage} language={language} movement={movement} />
    </>
  )
}

/** Of which the words are ours: the server said nothing, or was not asked. */
const unanswered: readonly MailReason[] = ['unreachable', 'lost', 'lost_after_sending', 'fault']

/** What to do about a mail that did not arrive; null when it did, or the next step makes up for it. */
function advice({ kind, state }: ListedMail, language: Language, movement: OwnWords): string | null {
  return state === 'failed' || state === 'unknown' || state === 'suppressed'
    ? ifNotSent(kind, language, movement)
    : null
}

type MailItemProps = { timeZone: string; mail: ListedMail; language: Language; movement: OwnWords }

function MailItem({ timeZone, mail, language, movement }: MailItemProps) {
  const dashboard = textIn(language, movement).dashboard
  const line = summaryLine(mail)
  const toDo = advice(mail, language, movement)
  return (
    <li>
      <b>{mail.to ?? dashboard.mails.coordinator}</b>{' '}
      {mail.groups.map(({ uid, name }, index) => (
        <>
          {index > 0 && ', '}
          <a href={`/dashboard/groups/${uid}`}>{name}</a>
        </>
      ))}
      <span class={`line ${troubles.includes(line) ? 'trouble' : 'soft'}`}>
        {kindName(mail.kind, language, movement)}
        {', '}
        {momentName(mail.at, timeZone, language, movement)}
        {colonIn(language)}
        {mail.reason ? dashboard.reason[mail.reason] : dashboard.group.mailState[mail.state]}
      </span>
      {toDo && <span class="line">{toDo}</span>}
      {mail.reason && mail.answer && (
        <span class="line soft">
          {dashboard.mails.answer(mail.answer, mail.attempts, unanswered.includes(mail.reason))}
        </span>
      )}
    </li>
  )
}

type TurnProps = { query: MailQuery; hasNext: boolean; language: Language; movement: OwnWords }

function Turn({ query, hasNext, language, movement }: TurnProps) {
  const text = textIn(language, movement).dashboard.groups
  return (
    <nav class="row" aria-label={text.pages}>
      {query.page > 1 && (
        <a rel="prev" href={mailsPath({ ...query, page: query.page - 1 })}>
          {text.previous}
        </a>
      )}
      {hasNext && (
        <a rel="next" href={mailsPath({ ...query, page: query.page + 1 })}>
          {text.next}
        </a>
      )}
    </nav>
  )
}
