import type { WaitingGroup } from '#shared/db/waiting-groups.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { dayName } from './dates.ts'

type WaitingListProps = { movement: Movement; groups: readonly WaitingGroup[]; language: Language }

/** Groups that named more people than may be written to by themselves: the team says yes or no. */
export function WaitingList({ movement, groups, language }: WaitingListProps) {
  if (groups.length === 0) return null
  const text = textIn(language, movement).dashboard.waiting
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{text.title}</h2>
      <ul class="feed">
        {groups.map(({ uid, name, people, by, since }) => (
          <li>
            <a class="strong" href={`/dashboard/groups/${uid}`}>
              {name}
            </a>
            <span class="line">
              {text.people(people.length, by, dayName(localTime(since, movement.timeZone).day, language))}
            </span>
          </li>
        ))}
      </ul>
      <p class="counted">{text.lead}</p>
    </section>
  )
}
