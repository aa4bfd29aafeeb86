import type { GivenBack } from '#shared/db/neighbours.ts'
import { PartsLine } from '#shared/html/parts-line.tsx'
import { showDay, showValue } from '#shared/record/show.ts'
import { answersSaid } from '#shared/record/show-answers.ts'
import { textIn } from '#shared/text/text.ts'
import type { GroupLinkSession } from './link-session.ts'

/** What a referent gets for an answer: who is near, what is planned there, and that others answer too. */
export function GivenBackPart({ session, given }: { session: GroupLinkSession; given: GivenBack }) {
  const { language, movement } = session
  const { givenBack: text, find } = textIn(language, movement)
  const { groups, planned, round } = given
  const referents = movement.sections.ours.referents.fields
  const isCounted = round !== null && round.answered > 1
  if (groups.length === 0 && planned.length === 0 && !isCounted) return null
  return (
    <section aria-labelledby="given" class="flow">
      <h2 id="given">{text.title}</h2>
      {isCounted && <p>{text.answered(round.answered, round.asked)}</p>}
      {groups.length > 0 && (
        <div class="card flow">
          <h3>{text.near}</h3>
          <ul class="known">
            {groups.map(({ name, town, kilometres, people }) => (
              <li>
                <b>{name}</b>{' '}
                <span class="soft">
                  {town !== null && !name.includes(town) && `${town}, `}
                  {find.kilometres(kilometres)}
                </span>
                {people.map((person) => (
                  <p class="lines">
                    {person.name && <>{person.name} </>}
                    {person.phone && (
                      <a href={`tel:${person.phone}`}>{showValue(referents.phone, person.phone, language)}</a>
                    )}{' '}
                    {person.email && (
                      <a class="long" href={`mailto:${person.email}`}>
                        {person.email}
                      </a>
                    )}
                    <PartsLine parts={answersSaid(referents, person.own, language)} />
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </div>
      )}
      {planned.length > 0 && (
        <div class="card flow">
          <h3>{text.planned}</h3>
          <ul class="known">
            {planned.map(({ on, title, group }) => (
              <li>
                <b>{title}</b>
                <p class="soft">
                  <PartsLine parts={[showDay(on, language), group]} />
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
