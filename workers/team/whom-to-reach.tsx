import type { RiskyGroup } from '#shared/db/risks.ts'
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
  const { contacts, former, publicEmail, unreached } = group
  if (contacts.length > 0) {
    const shown = [...contacts].sort(isReachedFirst(unreached)).slice(0, contactsShown)
    const isWritten = ({ phone, name }: Person) => !phone && !unreached.includes(name)
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

/** Whoever has a phone comes first, and who is written to by nobody last. */
function isReachedFirst(unreached: readonly string[]) {
  const distance = ({ name, phone }: Person) => (phone ? 0 : unreached.includes(name) ? 2 : 1)
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
