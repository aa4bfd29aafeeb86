import type { OpenRegistration } from '#shared/db/open-registrations.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'

type Props = { registrations: readonly OpenRegistration[]; canAct: boolean; language: Language; movement: OwnWords }

/** Groups that a search found and that are none yet: they registered, and wait for the team. */
export function WaitingRegistrations({ registrations, canAct, language, movement }: Props) {
  if (registrations.length === 0) return null
  const text = textIn(language, movement).join.desk
  return (
    <section aria-labelledby="registering">
      <h2 id="registering">{text.title}</h2>
      <ul class="people">
        {registrations.map(({ uid, groupName, town, name }) => (
          <li>
            {canAct ? (
              <a class="found" href={`/desk/registrations/${uid}`}>
                {groupName}
              </a>
            ) : (
              <b>{groupName}</b>
            )}
            <span class="line soft">
              {town}, {text.waits(name)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
