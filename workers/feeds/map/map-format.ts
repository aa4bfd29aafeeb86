import type { PublishedGroup } from '#shared/db/published-groups.ts'
import type { Movement } from '#shared/movement.ts'
import { fieldNames } from '#shared/record/field.ts'
import { groupStates } from '#shared/record/sections/identity.ts'

/** How groups are written for a kind of map. */
export type MapFormat = {
  type: string
  start: string
  end: string
  /** A group that has a place on the map. */
  write: (group: PublishedGroup, view: MapView) => object
}

export type MapView = { movement: Movement; publicUrl: string }

/** Said otherwise: as a point, or for all alike. */
const saidApart = ['country', 'latitude', 'longitude', 'on_map']

/**
 * What everybody may know of a group, flat. A public address is `public_email`: GoGoCarto writes to what is called `email`. Categories are
 * names of states in the movement's first language, which stay as they are: a new one waits for GoGoCarto's administrators.
 */
export function propertiesOf(
  { uid, values, people, sections, changedAt }: PublishedGroup,
  { movement, publicUrl }: MapView,
): object {
  const told = values as Readonly<Record<string, unknown>>
  const language = movement.languages[0] ?? 'fr'
  const fields = fieldNames(movement.sections.ours.group.fields).filter(
    (name) => !saidApart.includes(name) && (told[name] ?? null) !== null,
  )
  const contacts = people.map(({ own, ...person }) => ({
    ...Object.fromEntries(Object.entries(person).filter(isContact)),
    ...own,
  }))
  return {
    id: uid,
    name: values.name,
    categories: values.state ? [groupStates[values.state][language]] : [],
    ...Object.fromEntries(fields.map((name) => [name, told[name]])),
    ...(values.town ? { addressLocality: values.town } : {}),
    ...(values.postcode ? { postalCode: values.postcode } : {}),
    addressCountry: values.country ?? movement.country,
    updateAt: changedAt.toISOString(),
    ...(movement.feeds.find === 'public' ? { url: `${publicUrl}/find/${uid}` } : {}),
    ...(contacts.length > 0 ? { contacts } : {}),
    ...(Object.keys(sections).length > 0 ? { sections } : {}),
  }
}

const isContact = ([name, value]: [string, unknown]) => name !== 'id' && value !== null
