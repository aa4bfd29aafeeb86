import type { OwedRecords } from '#shared/domain/mail-content.ts'
import { localTime } from '#shared/domain/zone.ts'
import { isMisleading } from '#shared/record/misleading.ts'
import { showDay } from '#shared/record/show.ts'
import { semicolonIn } from '#shared/text/colon.ts'
import { showNumber } from '#shared/text/number.ts'
import type { Setting } from '../../kind.ts'
import { sayIn } from '../../words.ts'
import { askWords } from './ask.ts'

const plansTold = 2

/** Two lines of what is near; '' of what there is nothing to say about. What others typed, and what would mislead, is not repeated. */
export function nearbyData(
  { nearby }: OwedRecords,
  { language, now, movement }: Setting,
): { near: string; soon: string } {
  if (!nearby) return { near: '', soon: '' }
  const say = sayIn('ask', askWords, language, movement)
  const today = localTime(now, movement.timeZone).day
  const groups = nearby.groups.map(({ name, kilometres }) =>
    say('nearGroup', { name, kilometres: showNumber(kilometres, language) }),
  )
  const planned = nearby.planned
    .filter(({ on, title }) => on >= today && !isMisleading(title))
    .slice(0, plansTold)
    .map(({ on, title, group }) => say('nearPlan', { title, day: showDay(on, language), name: group }))
  return {
    near: groups.length === 0 ? '' : say('near', { groups: groups.join(', ') }),
    soon: planned.length === 0 ? '' : say('soon', { plans: planned.join(semicolonIn(language)) }),
  }
}
