import type { RiskyGroup } from '#shared/db/risks.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import { type Risk, silenceToCall } from '#shared/domain/risk.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { coordinatorName, riskInWords } from '#workers/team/risk-words.ts'
import { dayName } from './dates.ts'

type RiskListProps = {
  /** Whether whoever looks may act: then the list leads to where calls are shared. */
  mayAct: boolean
  movement: Movement
  groups: readonly RiskyGroup[]
  /** How many groups have no referent. */
  orphans: number
  language: Language
}

/** The groups to call today, with why and whom. */
export function RiskList({ mayAct, movement, groups, orphans, language }: RiskListProps) {
  const text = textIn(language).dashboard.risks
  return (
    <section aria-labelledby="risks">
      <h2 id="risks">{text.title}</h2>
      {groups.length === 0 && <p class="soft">{text.none}</p>}
      <ul class="feed">
        {groups.map((group) => (
          <li>
            <a class="strong" href={`/dashboard/groups/${group.uid}`}>
              {group.name}
            </a>
            <span class="line">
              {group.risks.map((risk) => riskInWords(risk, movement, language, dayName)).join(', ')}
            </span>
            {group.call.takenBy && (
              <span class="line soft">
                {textIn(language).calls.taken(coordinatorName(group.call.takenBy, movement))}
              </span>
            )}
            <Contacts movement={movement} group={group} language={language} />
          </li>
        ))}
      </ul>
      {groups.length > 0 && mayAct && (
        <p>
          <a class="button quiet" href="/desk/calls">
            {textIn(language).calls.title}
          </a>
        </p>
      )}
      {groups.length > 0 && (
        <ul class="plain-list">
          <li>
            <a
              href={`${groupsPath({ silent: silenceToCall })}&sort=answered&column=contacts&column=silent&column=checked`}
            >
              {text.all(silenceToCall)}
            </a>
          </li>
          {groups.some(({ risks }) => risks.some(({ why }) => why === 'shut' || why === 'unsubscribed')) && (
            <li>
              <a href={`${groupsPath({ reach: 'shut', state: movement.writesTo })}&column=contacts`}>{text.shutAll}</a>
            </li>
          )}
          {orphans > 0 && (
            <li>
              <a href={groupsPath({ reach: 'nobody', state: movement.writesTo })}>{text.orphans(orphans)}</a>
            </li>
          )}
        </ul>
      )}
      <p class="counted">{text.counted(silenceToCall)}</p>
    </section>
  )
}

/** Two people are enough to begin with. */
const contactsShown = 2

/** Whom to call: its referents; without one, who was the last, or the group's public address. */
function Contacts({ movement, group, language }: { movement: Movement; group: RiskyGroup; language: Language }) {
  const text = textIn(language).dashboard.risks
  const { contacts, former, publicEmail } = group
  if (contacts.length > 0)
    return (
      <span class="line soft">
        {text.call}{' '}
        {[...contacts]
          .sort(isReachedFirst(group.risks))
          .slice(0, contactsShown)
          .map((contact, index) => (
            <>
              {index > 0 && ', '}
              <Contact contact={contact} country={movement.country} />
            </>
          ))}
      </span>
    )
  if (former)
    return (
      <span class="line soft">
        {text.call} <Contact contact={former} country={movement.country} />{' '}
        {text.former(dayName(localTime(former.until, movement.timeZone).day, language))}
      </span>
    )
  return (
    <span class="line soft">
      {publicEmail ? (
        <>
          {text.write} <a href={`mailto:${publicEmail}`}>{publicEmail}</a>
        </>
      ) : (
        text.nobodyKnown
      )}
    </span>
  )
}

/** Whoever has a phone comes first, and an address that does not work last. */
function isReachedFirst(risks: readonly Risk[]) {
  const wrong = risks.flatMap((risk) => (risk.why === 'bounced' ? risk.people.map(({ name }) => name) : []))
  const distance = ({ name, phone }: RiskyGroup['contacts'][number]) => (phone ? 0 : wrong.includes(name) ? 2 : 1)
  return (a: RiskyGroup['contacts'][number], b: RiskyGroup['contacts'][number]) => distance(a) - distance(b)
}

type ContactProps = { contact: RiskyGroup['contacts'][number]; country: string }

function Contact({ contact: { name, phone, email }, country }: ContactProps) {
  return (
    <>
      {name}{' '}
      {phone ? <a href={`tel:${phone}`}>{showPhone(phone, country)}</a> : <a href={`mailto:${email}`}>{email}</a>}
    </>
  )
}
