import '#shared/domain/answer-choices.ts'
import * as announcement from '#shared/record/announcement.ts'
import * as call from '#shared/record/call.ts'
import * as columns from '#shared/record/column-labels.ts'
import * as coordinator from '#shared/record/coordinator.ts'
import * as note from '#shared/record/note.ts'
import * as openingDay from '#shared/record/opening-day.ts'
import * as poll from '#shared/record/poll.ts'
import { sectionsOf } from '#shared/record/sections.ts'
import * as webhook from '#shared/record/webhook.ts'
import * as recognise from '#shared/sheet/recognise.ts'

// Every module whose labels no section of the record has: so a translator is asked for them too.

/** A movement that has all that a record may have. */
const whole = { country: 'FR', countries: ['FR', 'BE'], lists: [], questions: [], sections: [] }

/** Labels that coordinators alone read, in English: a language may leave them out. */
export function teamLabels(): ReadonlySet<string> {
  const team = englishIn([announcement, call, columns, openingDay, poll, webhook, recognise], new Set())
  const others = englishIn([sectionsOf(whole).ours, note, coordinator], new Set())
  return new Set([...team].filter((label) => !others.has(label)))
}

/** The English words that stand in a value, however deep; of words that depend on a number, those for many. */
function englishIn(value: unknown, found: Set<string>): Set<string> {
  if (typeof value !== 'object' || value === null) return found
  for (const [key, inner] of Object.entries(value)) {
    const words = key === 'en' ? [inner, (inner as { other?: unknown } | null)?.other].flat() : []
    for (const word of words) if (typeof word === 'string') found.add(word)
    englishIn(inner, found)
  }
  return found
}
