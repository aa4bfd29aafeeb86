import type { GroupPage } from '#shared/db/group-page.ts'
import { consentFields, ownConsents } from '#shared/domain/public-group.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { dayName } from './dates.ts'

/** People that a page holds. */
export const contactsShown = 20

/** `from`: the first of the people that this page holds. */
type GroupContactsProps = { movement: Movement; group: GroupPage; from: number; language: Language }

/** Whom to call. */
export function GroupContacts({ movement, group, from, language }: GroupContactsProps) {
  const text = textIn(language, movement).dashboard.group
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{text.contacts}</h2>
      {group.record.referents.length === 0 ? (
        <p>{text.nobodyToCall}</p>
      ) : (
        <ul class="people">
          {group.record.referents.slice(from, from + contactsShown).map(({ uid, name, phone, email, role }) => {
            const suppressed = email === null ? undefined : group.suppressed.get(email)
            return (
              <li>
                <b>{name}</b>
                {role && <span class="soft"> {role}</span>}
                {phone && (
                  <a class="line" href={`tel:${phone}`}>
                    {showPhone(phone, movement.country)}
                  </a>
                )}
                {email && (
                  <a class="line" href={`mailto:${email}`}>
                    {email}
                  </a>
                )}
                {!group.invited.has(uid) && (
                  <span class="line soft">
                    {text.public(publicOf(group.agreed.get(uid) ?? [], movement, language))}
                  </span>
                )}
                {group.waiting.has(uid) && <span class="line trouble">{text.waits}</span>}
                {group.invited.has(uid) && !group.waiting.has(uid) && <span class="line soft">{text.invited}</span>}
                {suppressed && (
                  <span class="line trouble">
                    {text.suppressed(
                      textIn(language, movement).dashboard.reason[suppressed.reason],
                      dayName(localTime(suppressed.since, movement.timeZone).day, language),
                      suppressed.words,
                    )}
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      )}
      <OtherContacts group={group} from={from} language={language} movement={movement} />
      {group.waiting.size > 0 && <p class="counted">{textIn(language, movement).dashboard.waiting.lead}</p>}
    </section>
  )
}

/** What somebody agreed to have shown, in words. */
function publicOf(agreed: readonly string[], movement: Movement, language: Language): string[] {
  const { publicField } = textIn(language, movement).dashboard.group
  const own = new Map(ownConsents(movement.sections.ours.referents.fields))
  return [
    ...consentFields.filter((field) => agreed.includes(field)).map((field) => publicField[field]),
    ...agreed.flatMap((field) => own.get(field)?.label[language] ?? []),
  ]
}

/** The way to the people whom this page does not hold, and back to the first. */
function OtherContacts({ group, from, language, movement }: GroupContactsProps) {
  const left = group.record.referents.length - from - contactsShown
  const address = `/dashboard/groups/${group.uid}`
  const next = left > 0 ? `${address}?from=${from + contactsShown}#contacts` : from > 0 ? `${address}#contacts` : null
  if (next === null) return null
  const text = textIn(language, movement).dashboard.group
  return (
    <p>
      <a href={next}>{left > 0 ? text.more(left) : text.firstContacts}</a>
    </p>
  )
}
