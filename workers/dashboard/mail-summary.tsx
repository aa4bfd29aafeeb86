import type { MailCount } from '#shared/db/mail-list.ts'
import { type SummaryLine, summaryLine, summaryLines, troubles } from '#shared/domain/mail-summary.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'

/** What became of the month's mails, each state with what it means and what to do; first what somebody should know first. */
export function MailSummary({
  language,
  movement,
  mails,
}: {
  language: Language
  movement: OwnWords
  mails: readonly MailCount[]
}) {
  const text = textIn(language, movement).dashboard.overview
  const counts = countLines(mails)
  const lines = summaryLines.filter((line) => counts.has(line))
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{text.mailsTitle}</h2>
      {lines.length === 0 ? (
        <p class="soft">{text.mailsNone}</p>
      ) : (
        <dl class="ledger">
          {lines.map((line) => {
            const count = counts.get(line) ?? 0
            return (
              <div>
                <dt class={troubles.includes(line) ? 'trouble' : undefined}>
                  <a href={`/dashboard/mails?state=${line}`}>
                    <b>{count.toLocaleString(language)}</b> {text.mailState[line].name(count)}
                  </a>
                </dt>
                <dd class="next-step">{text.mailState[line].next}</dd>
              </div>
            )
          })}
        </dl>
      )}
      <p class="counted">{text.mailsCounted}</p>
    </section>
  )
}

function countLines(mails: readonly MailCount[]): ReadonlyMap<SummaryLine, number> {
  const counts = new Map<SummaryLine, number>()
  for (const mail of mails) counts.set(summaryLine(mail), (counts.get(summaryLine(mail)) ?? 0) + mail.mails)
  return counts
}
