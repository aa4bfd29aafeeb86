import type { MailCount } from '#shared/db/metrics.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

type LedgerLine = keyof ReturnType<typeof textIn>['dashboard']['overview']['mailState']

/** What somebody should know first, first. */
const order: readonly LedgerLine[] = [
  'failed',
  'suppressed',
  'retry',
  'unknown',
  'pending',
  'sending',
  'sent',
  'cancelled',
]

const troubles: readonly LedgerLine[] = ['failed', 'suppressed', 'retry']

/** What became of the month's mails, each state with what it means and what to do. */
export function MailLedger({ language, mails }: { language: Language; mails: readonly MailCount[] }) {
  const text = textIn(language).dashboard.overview
  const counts = new Map<LedgerLine, number>()
  for (const mail of mails) counts.set(lineOf(mail), (counts.get(lineOf(mail)) ?? 0) + mail.mails)
  const lines = order.filter((line) => counts.has(line))
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{text.mailsTitle}</h2>
      {lines.length === 0 ? (
        <p class="soft">{text.mailsNone}</p>
      ) : (
        <dl class="ledger">
          {lines.map((line) => (
            <div>
              <dt class={troubles.includes(line) ? 'trouble' : undefined}>
                <b>{(counts.get(line) ?? 0).toLocaleString(language)}</b>{' '}
                {text.mailState[line].name(counts.get(line) ?? 0)}
              </dt>
              <dd class="next-step">{text.mailState[line].next}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function lineOf({ state, isRetry }: MailCount): LedgerLine {
  return isRetry ? 'retry' : state
}
