import type { Departure } from '#shared/db/departures.ts'
import type { Outcome } from '#shared/db/sending.ts'
import { linkPath } from '#shared/domain/link.ts'
import { isNews, scrub } from '#shared/domain/mail.ts'
import type { MailContent } from '#shared/domain/mail-content.ts'
import { type Letter, writeLetter } from '#shared/mail/letter.ts'
import { languageOf, type Movement } from '#shared/movement.ts'

/** A letter in its envelope, or why there is none. */
export type Prepared = { departure: Departure; letter: Letter } | { outcome: Outcome }

export type Desk = { movement: Movement; publicUrl: string }

/** Writes a mail, unless it should not leave any more. An error of ours ends this mail, not the others. */
export function prepare(departure: Departure, token: string, { movement, publicUrl }: Desk, now: Date): Prepared {
  const end = whyNot(departure)
  if (end) return { outcome: { mail: departure.id, ...end, answer: null, dueAt: null, tried: false } }
  try {
    return { departure, letter: write(departure, token, { movement, publicUrl }, now) }
  } catch (error) {
    const answer = scrub(error instanceof Error ? error.message : String(error))
    return { outcome: { mail: departure.id, state: 'failed', reason: 'fault', answer, dueAt: null, tried: true } }
  }
}

/** What changed since the mail was put in the outbox. */
function whyNot({ kind, suppression, groups, news, wrong }: Departure): Pick<Outcome, 'state' | 'reason'> | null {
  if (kind === 'sign_in') return null
  if (suppression && !(kind === 'new_link' && suppression === 'unsubscribed'))
    return { state: 'suppressed', reason: suppression }
  return hasNothingToSay({ kind, groups, news, wrong }) ? { state: 'cancelled', reason: 'nothing_owed' } : null
}

function hasNothingToSay({
  kind,
  groups,
  news,
  wrong,
}: Pick<Departure, 'kind' | 'groups' | 'news' | 'wrong'>): boolean {
  if (kind === 'wrong_address') return wrong === null
  return news ? news.revisions.length === 0 : kind !== 'silent_groups' && groups.length === 0
}

function write(departure: Departure, token: string, { movement, publicUrl }: Desk, now: Date): Letter {
  const { uid, to, trial } = departure
  const coordinator = movement.coordinators.find(({ email }) => email === to.address)
  const name = to.name ?? coordinator?.name ?? ''
  const draft = {
    uid,
    to: { name, address: to.address },
    trial,
    language: languageOf(movement, to.language ?? coordinator?.language),
    content: contentOf(departure, name),
    links: { open: publicUrl + pathOf(departure, token), unsubscribe: publicUrl + linkPath.unsubscribe(token) },
  }
  return writeLetter(draft, movement, now)
}

function pathOf({ kind, news, wrong }: Departure, token: string): string {
  if (kind === 'sign_in') return linkPath.signIn(token)
  if (kind === 'silent_groups') return linkPath.dashboard
  if (wrong) return linkPath.section(token, wrong.uid, 'referents')
  if (kind === 'farewell' || !news) return linkPath.update(token)
  return kind === 'welcome' ? linkPath.group(token, news.uid) : linkPath.history(token, news.uid)
}

function contentOf({ kind, round, groups, silence, news, wrong }: Departure, name: string): MailContent {
  if (kind === 'sign_in') return { kind, name }
  if (kind === 'wrong_address') {
    if (!wrong) throw new Error('a wrong address is somebody’s')
    return { kind, name, ...wrong }
  }
  if (isNews(kind)) {
    if (!news) throw new Error('news are of a group')
    return { kind, name, news }
  }
  if (kind !== 'silent_groups') return { kind, name, groups }
  if (!round || !silence) throw new Error('a list of silent groups is of a round')
  return { kind, name, round, ...silence }
}
