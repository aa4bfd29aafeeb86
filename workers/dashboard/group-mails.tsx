import type { GroupMail } from '#shared/db/group-page.ts'
import { kindName } from '#shared/mail/kinds.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { momentName } from './dates.ts'

type GroupMailsProps = { timeZone: string; mails: readonly GroupMail[]; language: Language; movement: OwnWords }

/** What a group's referents were written lately, and what became of it. */
export function GroupMails({ timeZone, mails, language, movement }: GroupMailsProps) {
  const dashboard = textIn(language, movement).dashboard
  const text = dashboard.group
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{text.mails}</h2>
      {mails.length === 0 && <p class="soft">{text.noMail}</p>}
      <ul class="people">
        {mails.map(({ to, kind, state, reason, at }) => (
          <li>
            <b>{kindName(kind, language, movement)}</b> <span class="soft">{text.to(to)}</span>
            <span class={`line ${state === 'failed' || state === 'suppressed' ? 'trouble' : 'soft'}`}>
              {reason ? dashboard.reason[reason] : text.mailState[state]}
              {' · '}
              {momentName(at, timeZone, language, movement)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
