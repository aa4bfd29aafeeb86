import type { PublicGroup } from '#shared/domain/public-group.ts'
import { referentFields } from '#shared/fields/referent.ts'
import { showValue } from '#shared/fields/show.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

/** A group as everybody sees it on the map: nothing but what is public, and of people what they agreed to. */
export function PublicCard({ group: { values, people }, language }: { group: PublicGroup; language: Language }) {
  const text = textIn(language).me
  if (!values.on_map) return <p class="card soft">{text.notOnMap(values.name)}</p>
  return (
    <div class="card">
      <h3>{values.name}</h3>
      <p>{[values.town, values.postcode && `(${values.postcode})`].filter(Boolean).join(' ')}</p>
      {values.website && (
        <p>
          <a href={values.website}>{values.website}</a>
        </p>
      )}
      {values.networks && <p class="lines">{values.networks}</p>}
      {values.public_email && <p>{values.public_email}</p>}
      {people.map(({ name, email, phone }) => (
        <p>{[name, email, phone && showValue(referentFields.phone, phone, language)].filter(Boolean).join(' · ')}</p>
      ))}
    </div>
  )
}
