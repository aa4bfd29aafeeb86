import { departmentName } from '#shared/domain/departments.ts'
import type { PublicGroup } from '#shared/domain/public-group.ts'
import type { Movement } from '#shared/movement.ts'
import { countryName } from '#shared/record/country-formats.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Value } from '#shared/record/row.ts'
import { showValue } from '#shared/record/show.ts'
import { answersSaid } from '#shared/record/show-answers.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { PartsLine } from './parts-line.tsx'
import { PublicRows } from './public-rows.tsx'

/** What a card's first lines and its point on the map say already. */
export const saidAbove: readonly string[] = [
  'name',
  'country',
  'town',
  'postcode',
  'department',
  'region',
  'latitude',
  'longitude',
  'on_map',
  'website',
]

type PublicCardProps = { group: PublicGroup; movement: Movement; language: Language }

/** A group as everybody sees it on the map: nothing but what is public, and of people what they agreed to. */
export function PublicCard({ group: { values, people, sections }, movement, language }: PublicCardProps) {
  const text = textIn(language, movement).me
  const { ours, asked } = movement.sections
  const { name, town, postcode, department, region, website, latitude } = values
  const place = [
    [town, postcode && `(${postcode})`].filter(Boolean).join(' '),
    department && departmentName(movement.countries, department),
    region,
    values.country && countryName(values.country, language),
  ]
  return (
    <div class="card">
      <h4>{name}</h4>
      <p>{place.filter(Boolean).join(', ')}</p>
      <p class="hint">{(latitude ?? null) === null ? text.noPin : text.pin}</p>
      {website && (
        <p>
          <a class="plain long" href={website}>
            {website}
          </a>
        </p>
      )}
      {restOf(values, ours.group.fields, language).map((line) => (
        <p class="lines">{line}</p>
      ))}
      {people.map(({ name, email, phone, own }) => (
        <p>
          <PartsLine
            parts={[
              ...[name, email, phone && showValue(ours.referents.fields.phone, phone, language)].filter(Boolean),
              ...answersSaid(ours.referents.fields, own, language),
            ]}
          />
        </p>
      ))}
      <PublicRows rows={sections} asked={asked} language={language} heading="h5" />
    </div>
  )
}

/** Every other public field that says something, in its own words: a field that becomes public shows here at once. */
function restOf(values: PublicGroup['values'], fields: Fields, language: Language): string[] {
  const rest = Object.entries(fields).filter(([name]) => !saidAbove.includes(name))
  return answersSaid(Object.fromEntries(rest), values as Readonly<Record<string, Value>>, language)
}
