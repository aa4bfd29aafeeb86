import movement from '#movement'
import type { MailControl } from '#shared/db/mail-control.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { momentName } from './dates.ts'

/** Says what holds all mails back, or leads them elsewhere; nothing when they go their way. */
export function MailAlert({ control, language }: { control: MailControl; language: Language }) {
  const text = textIn(language).dashboard.mailAlert
  const { brake, trial, heldUntil, left } = control
  const { hour, day } = movement.caps
  const said = [
    brake && text.braked(momentName(brake.since, language), brake.words),
    trial && text.trial(momentName(trial.since, language), trial.address),
    heldUntil && text.held(momentName(heldUntil, language)),
    left.hour >= hour && text.hourFull(hour),
    left.day >= day && text.dayFull(day),
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
