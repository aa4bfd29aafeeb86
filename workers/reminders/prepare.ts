import type { Departure } from '#shared/db/departures.ts'
import type { Outcome } from '#shared/db/sending.ts'
import { linkPath } from '#shared/domain/link.ts'
import { type MailKind, scrub } from '#shared/domain/mail.ts'
import type { OutgoingMail, OutgoingMailOf } from '#shared/domain/outgoing-mail.ts'
import { kinds } from '#shared/mail/kinds.ts'
import { type Letter, writeLetter } from '#shared/mail/letter.ts'
import { languageOf, type Movement } from '#shared/movement.ts'

/** A letter in its envelope, or why there is none. */
export type Prepared = { departure: OutgoingMail; letter: Letter } | { outcome: Outcome }

export type Desk = { movement: Movement; publicUrl: string }

/** Writes a mail, unless it should not leave any more. An error of ours ends this mail, not the others. */
export function prepare(departure: Departure, token: string, desk: Desk, now: Date): Prepared {
  const ended = { mail: departure.id, answer: null, dueAt: null, tried: false }
  const { kind, suppression } = departure
  if (suppression && !kinds[kind].reachesShut.includes(suppression))
    return { outcome: { ...ended, state: 'suppressed', reason: suppression } }
  if (departure.content === null) return { outcome: { ...ended, state: 'cancelled', reason: 'nothing_owed' } }
  try {
    return { departure, letter: write(departure, token, desk, now) }
  } catch (error) {
    const answer = scrub(error instanceof Error ? error.message : String(error))
    return { outcome: { ...ended, state: 'failed', reason: 'fault', answer, tried: true } }
  }
}

function write<Kind extends MailKind>(
  { uid, to, trial, kind, content }: OutgoingMailOf<Kind>,
  token: string,
  { movement, publicUrl }: Desk,
  now: Date,
): Letter {
  const coordinator = movement.coordinators.find(({ email }) => email === to.address)
  const draft = {
    uid,
    to: { name: to.name ?? coordinator?.name ?? '', address: to.address },
    trial,
    language: languageOf(movement, to.language ?? coordinator?.language),
    kind,
    content,
    links: {
      open: publicUrl + kinds[kind].link.path(token, content),
      unsubscribe: publicUrl + linkPath.unsubscribe(token),
    },
  }
  return writeLetter(draft, movement, now)
}
