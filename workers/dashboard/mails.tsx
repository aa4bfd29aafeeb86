import { ask } from '#shared/db/ask.ts'
import { mailControl } from '#shared/db/mail-control.ts'
import { type ListedMail, listMails, mailCounts } from '#shared/db/mail-list.ts'
import type { MailReason } from '#shared/domain/mail.ts'
import { isLedgerLine, type LedgerLine, ledgerLine, ledgerLines, troubles } from '#shared/domain/mail-ledger.ts'
import { localTime } from '#shared/domain/zone.ts'
import { ifNotSent, kindName } from '#shared/mail/kinds.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { dayName } from './dates.ts'
import type { DashboardContext } from './env.ts'
import { MailAlert } from './mail-alert.tsx'
import { countLines } from './mail-ledger.tsx'

const mailsPerPage = 100

/** The month's mails: who was written to, what became of it, and what to do. */
export async function showMails(context: DashboardContext): Promise<Response> {
  const { movement, language, now } = context.var
  const { DB } = context.env
  const asked = context.req.query('state')
  const line = isLedgerLine(asked) ? asked : null
  const page = pageNumber(context.req.query('page'))
  const { mails, counts, control } = await ask(DB, {
    mails: listMails(DB, line, { offset: (page - 1) * mailsPerPage, limit: mailsPerPage }),
    counts: mailCounts(DB),
    control: mailControl(DB, now),
  })
  const { overview, mails: text } = textIn(language).dashboard
  const lines = countLines(counts)
  const total = line ? (lines.get(line) ?? 0) : counts.reduce((sum, count) => sum + count.mails, 0)
  if (mails.length === 0 && total > 0) return context.redirect(mailsPath(line, Math.ceil(total / mailsPerPage)), 303)
  return respondFrame(context, {
    title: text.title,
    children: (
      <>
        <MailAlert movement={movement} control={control} language={language} />
        <h1>{line ? text.inState(total, overview.mailState[line].name(total)) : text.count(total)}</h1>
        {line && <p class="lead">{overview.mailState[line].next}</p>}
        <nav class="row" aria-label={text.byState}>
          {line && <a href="/dashboard/mails">{text.all}</a>}
          {ledgerLines
            .filter((other) => lines.has(other) && other !== line)
            .map((other) => (
              <a href={`/dashboard/mails?state=${other}`} class={troubles.includes(other) ? 'trouble' : undefined}>
                {text.inState(lines.get(other) ?? 0, overview.mailState[other].name(lines.get(other) ?? 0))}
              </a>
            ))}
        </nav>
        <ul class="feed messages">
          {mails.map((mail) => (
            <MailItem timeZone={movement.timeZone} mail={mail} language={language} />
          ))}
        </ul>
        <Turn line={line} page={page} hasNext={page * mailsPerPage < total} language={language} />
      </>
    ),
  })
}

function mailsPath(line: LedgerLine | null, page: number): string {
  return `/dashboard/mails?${line ? `state=${line}&` : ''}page=${page}`
}

/** Of which the words are ours: the server said nothing, or was not asked. */
const unanswered: readonly MailReason[] = ['unreachable', 'lost', 'lost_after_sending', 'fault']

/** What to do about a mail that did not arrive; null when it did, or the next rung makes up for it. */
function advice({ kind, state }: ListedMail, language: Language): string | null {
  return state === 'failed' || state === 'unknown' || state === 'suppressed' ? ifNotSent(kind, language) : null
}

function pageNumber(text: string | undefined): number {
  return /^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : 1
}

function MailItem({ timeZone, mail, language }: { timeZone: string; mail: ListedMail; language: Language }) {
  const dashboard = textIn(language).dashboard
  const { day } = localTime(mail.at, timeZone)
  const line = ledgerLine(mail)
  const toDo = advice(mail, language)
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
        {kindName(mail.kind, language)}
        {', '}
        {dayName(day, language)}
        {language === 'fr' ? '\u00a0: ' : ': '}
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

type TurnProps = { line: LedgerLine | null; page: number; hasNext: boolean; language: Language }

function Turn({ line, page, hasNext, language }: TurnProps) {
  const text = textIn(language).dashboard.groups
  return (
    <nav class="row" aria-label={text.pages}>
      {page > 1 && (
        <a rel="prev" href={mailsPath(line, page - 1)}>
          {text.previous}
        </a>
      )}
      {hasNext && (
        <a rel="next" href={mailsPath(line, page + 1)}>
          {text.next}
        </a>
      )}
    </nav>
  )
}
