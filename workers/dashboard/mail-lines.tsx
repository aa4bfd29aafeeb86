import type { MailCount } from '#shared/db/mail-list.ts'
import type { MailKind } from '#shared/domain/mail.ts'
import { type SummaryLine, summaryLine, summaryLines, troubles } from '#shared/domain/mail-summary.ts'
import { kindName } from '#shared/mail/kinds.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { mailsPath } from './mail-query.ts'

/** What became of the mails, a line for each state and in it one for each kind: what is the same 190 times is said once. */
export function MailLines({
  counts,
  language,
  movement,
}: {
  counts: readonly MailCount[]
  language: Language
  movement: OwnWords
}) {
  const { overview, mails: text } = textIn(language, movement).dashboard
  return (
    <>
      {summaryLines.map((line) => {
        const kinds = kindsOf(counts, line)
        const all = kinds.reduce((sum, { mails }) => sum + mails, 0)
        return (
          all > 0 && (
            <section aria-labelledby={`state-${line}`}>
              <h2 id={`state-${line}`}>
                <a href={mailsPath({ line })} class={troubles.includes(line) ? 'trouble' : undefined}>
                  {text.inState(all, overview.mailState[line].name(all))}
                </a>
              </h2>
              <p class="says">{overview.mailState[line].next}</p>
              <ul class="plain-list">
                {kinds.map(({ kind, mails }) => (
                  <li>
                    <a href={mailsPath({ line, kind })}>{text.ofKind(mails, kindName(kind, language, movement))}</a>
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
    </>
  )
}

function kindsOf(counts: readonly MailCount[], line: SummaryLine): { kind: MailKind; mails: number }[] {
  const sums = new Map<MailKind, number>()
  for (const count of counts)
    if (summaryLine(count) === line) sums.set(count.kind, (sums.get(count.kind) ?? 0) + count.mails)
  return [...sums].map(([kind, mails]) => ({ kind, mails })).sort((a, b) => b.mails - a.mails)
}
