import type { MailControl } from '#shared/db/mail-control.ts'
import { capsOf } from '#shared/domain/mail.ts'
import { areHardlyOurs } from '#shared/domain/report.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { momentName } from './dates.ts'

type MailAlertProps = { movement: Movement; control: MailControl; language: Language }

/** Says what holds all mails back, or leads them elsewhere; nothing when they go their way. */
export function MailAlert({ movement, control, language }: MailAlertProps) {
  const text = textIn(language, movement).dashboard.mailAlert
  const { pause, redirect, heldUntil, doubted, againstUs, reports, left, leftNamed } = control
  const { caps, timeZone } = movement
  const [calm, named] = [capsOf('bulk', caps), capsOf('named', caps)]
  const said = [
    isAgainstUs(againstUs) && text.againstUs(againstUs.mails),
    pause && text.pausedSince(momentName(pause.since, timeZone, language, movement), pause.words),
    redirect && text.redirect(momentName(redirect.since, timeZone, language, movement), redirect.address),
    heldUntil && text.held(momentName(heldUntil, timeZone, language, movement)),
    areHardlyOurs(reports) && text.strangeReports(reports.read, reports.known),
    doubted && text.doubted(momentName(doubted.at, timeZone, language, movement), doubted.mails),
    left.hour - leftNamed.hour >= calm.hour && text.hourFull(caps.hour),
    left.day - leftNamed.day >= calm.day && text.dayFull(caps.day),
    (leftNamed.hour >= named.hour || leftNamed.day >= named.day) && text.namedFull(named.hour, named.day),
  ].filter((words) => typeof words === 'string')
  if (said.length === 0) return null
  return (
    <div class="alert" role="note">
      {said.map((words) => (
        <p>{words}</p>
      ))}
    </div>
  )
}

/** One refusal or two happen to everybody; one mail in twenty is somebody's list, or a setting of ours. */
function isAgainstUs({ mails, of }: MailControl['againstUs']): boolean {
  return mails >= 3 && mails * 20 >= of
}
