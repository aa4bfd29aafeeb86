import movement from '#movement'
import type { RiskyGroup } from '#shared/db/risks.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import { type Risk, silenceToCall } from '#shared/domain/risk.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showPhone } from '#shared/fields/contact-codecs.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { dayName } from './dates.ts'

type RiskListProps = {
  groups: readonly RiskyGroup[]
  /** How many groups have no referent. */
  orphans: number
  language: Language
}

/** The groups to call today, with why and whom. */
export function RiskList({ groups, orphans, language }: RiskListProps) {
  const text = textIn(language).dashboard.risks
  return (
    <section aria-labelledby="risks">
      <h2 id="risks">{text.title}</h2>
      {groups.length === 0 && <p class="soft">{text.none}</p>}
      <p class="counted">{text.counted(silenceToCall)}</p>
      <ul class="feed">
        {groups.map((group) => (
          <li>
            <a class="strong" href={`/dashboard/groups/${group.uid}`}>
              {group.name}
            </a>
            <span class="line">{group.risks.map((risk) => riskInWords(risk, language)).join(', ')}</span>
            <Contacts group={group} language={language} />
          </li>
        ))}
      </ul>
      {groups.length > 0 && (
        <p>
          <a
            href={`${groupsPath({ silent: silenceToCall })}&sort=answered&column=contacts&column=silent&column=checked`}
          >
            {text.all(silenceToCall)}
          </a>
        </p>
      )}
      {orphans > 0 && (
        <p>
          <a href={groupsPath({ reach: 'nobody', state: movement.writesTo })}>{text.orphans(orphans)}</a>
        </p>
      )}
    </section>
  )
}

/** Two people are enough to begin with. */
const contactsShown = 2

function Contacts({ group, language }: { group: RiskyGroup; language: Language }) {
  const text = textIn(language).dashboard.risks
  return (
    <span class="line soft">
      {text.call}{' '}
      {group.contacts.slice(0, contactsShown).map(({ name, phone, email }, index) => (
        <>
          {index > 0 && ', '}
          {name}{' '}
          {phone ? (
            <a href={`tel:${phone}`}>{showPhone(phone, movement.country)}</a>
          ) : (
            <a href={`mailto:${email}`}>{email}</a>
          )}
        </>
      ))}
    </span>
  )
}

export function riskInWords(risk: Risk, language: Language): string {
  const text = textIn(language).dashboard.risks
  if (risk.why === 'unsubscribed') {
    const people = risk.people.map(({ name, since }) => {
      const { day } = localTime(since, movement.timeZone)
      return { name, on: dayName(day, language) }
    })
    return text.unsubscribed(people, risk.isAll)
  }
  if (risk.why === 'silent') return text.silent(risk.rounds)
  if (risk.why === 'shrinking') return text.shrinking(risk.from, risk.to)
  return text.shut
}
