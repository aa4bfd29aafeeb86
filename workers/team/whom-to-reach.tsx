import type { RiskyGroup } from '#shared/db/risks.ts'
import type { Risk } from '#shared/domain/risk.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Child } from '#shared/html/jsx-runtime.ts'
import type { Movement } from '#shared/movement.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { showDay } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

/** Two people are enough to begin with. */
const contactsShown = 2

type WhomToReachProps = { movement: Movement; group: RiskyGroup; language: Language }

/** Whom to call, or to write to where there is no number: its referents; without one, who was the last, or the group's public address. */
export function WhomToReach({ movement, group, language }: WhomToReachProps) {
  const text = textIn(language, movement).dashboard.risks
  const { contacts, former, publicEmail } = group
  if (contacts.length > 0) {
    const shown = [...contacts].sort(isReachedFirst(group.risks)).slice(0, contactsShown)
    const wrong = wrongAddresses(group.risks)
    const isWritten = ({ phone, name }: Person) => !phone && !wrong(name)
    const lost = shown.filter((person) => !person.phone && !isWritten(person))
    return (
      <>
        <Reached by={text.call} people={shown.filter(({ phone }) => phone)} country={movement.country} />
        <Reached by={text.write} people={shown.filter(isWritten)} country={movement.country} />
        {lost.length > 0 && <span class="line soft">{text.noNumber(lost.map(({ name }) => name))}</span>}
      </>
    )
  }
  if (former)
    return (
      <Reached by={former.phone ? text.call : text.write} people={[former]} country={movement.country}>
        {' '}
        {text.former(showDay(localTime(former.until, movement.timeZone).day, language))}
      </Reached>
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

/** Whose address does not work. */
function wrongAddresses(risks: readonly Risk[]): (name: string) => boolean {
  const isSuppressed = risks.some(({ why }) => why === 'suppressed')
  const names = risks.flatMap((risk) => (risk.why === 'bounced' ? risk.people.map(({ name }) => name) : []))
  return (name) => isSuppressed || names.includes(name)
}

/** Whoever has a phone comes first, and an address that does not work last. */
function isReachedFirst(risks: readonly Risk[]) {
  const wrong = wrongAddresses(risks)
  const distance = ({ name, phone }: Person) => (phone ? 0 : wrong(name) ? 2 : 1)
  return (a: Person, b: Person) => distance(a) - distance(b)
}

type Person = Pick<RiskyGroup['contacts'][number], 'name' | 'phone' | 'email'>
type ReachedProps = { by: string; people: readonly Person[]; country: string; children?: Child }

function Reached({ by, people, country, children }: ReachedProps) {
  if (people.length === 0) return null
  return (
    <span class="line soft">
      {by}{' '}
      {people.map((person, index) => (
        <>
          {index > 0 && ', '}
          <Reach person={person} country={country} />
        </>
      ))}
      {children}
    </span>
  )
}

/** By the number, or the address of who has none. */
export function Reach({ person: { name, phone, email }, country }: { person: Person; country: string }) {
  return (
    <>
      {name}{' '}
      {phone ? (
        <a href={`tel:${phone}`}>{showPhone(phone, country)}</a>
      ) : (
        email && <a href={`mailto:${email}`}>{email}</a>
      )}
    </>
  )
}
