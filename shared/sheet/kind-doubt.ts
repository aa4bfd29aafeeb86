import { townKey } from '#shared/domain/place.ts'
import { fold } from '#shared/record/fold.ts'
import type { KindDoubtCode } from '#shared/text/sheet-problem.ts'
import type { SheetRow } from './delimited.ts'
import type { Column, HeadingSigns } from './headings/columns.ts'
import { compose } from './headings/compose.ts'
import { groupWords, headingTokens, referentWords } from './headings/heading-words.ts'
import type { KindName } from './kinds.ts'
import { isNothing } from './values/nothing.ts'

/** Why a sheet may be something else than what it is taken for. `signs`: the headings that show it. */
export type KindDoubt = {
  code: KindDoubtCode
  signs: readonly string[]
  /** Kinds that it may be besides. */
  also?: readonly KindName[]
}

type Recognition = {
  kind: KindName
  columns: readonly Column[]
  signs: HeadingSigns
  unsure: readonly string[]
  ignored: readonly string[]
  headings: readonly string[]
  rows: readonly SheetRow[]
  /** The name of the file and the tab, and what stands above the headings. */
  title: string
}

/** What is not sure of a sheet; null when it is sure. Rows of people are no groups, members are no referents, and groups with a position are no towns. */
export function doubtOf(recognition: Recognition): KindDoubt | null {
  const { kind, signs, columns } = recognition
  if (kind === 'places') return doubtOfPlaces(recognition)
  if (kind !== 'groups' && kind !== 'referents') return null
  const town = onlyPlace(recognition)
  if (town) return town
  const events = onDays(recognition)
  if (events) return events
  if (signs.isBareName) return doubtOfNames(recognition)
  if (headingTokens(recognition.title).some((token) => referentWords.has(token))) return null
  const isOfMembers = signs.isOfPeople || (!signs.hasReferent && columns.some(isPerson) && isCrowded(recognition))
  return isOfMembers ? { code: 'people_of_groups', signs: personHeadings(recognition) } : null
}

const isPerson = ({ part }: Column) => part === 'referent'
const groupOnly = new Set([
  'state',
  'founded_on',
  'active_members',
  'website',
  'networks',
  'public_email',
  'on_map',
  'note',
])

/** Whether the headings are of a list of towns: their official numbers, how many live there. */
export function isOfTowns(headings: readonly string[]): boolean {
  return headings.some((heading) => townHeadings.test(fold(heading)))
}

const townHeadings =
  /^(insee|insee code|code insee|codgeo|code commune|geonameid|geoname id|population|admin1|admin name|county fips|iso2|altitude|elevation)$/

/** A sheet of towns that says of people, or of what only groups have, is none. */
function doubtOfPlaces(recognition: Recognition): KindDoubt | null {
  const { headings } = recognition
  const others = headings.filter((heading) => {
    const composed = compose(heading)
    return composed?.about === 'person' ? composed.field !== 'name' : composed !== null && groupOnly.has(composed.field)
  })
  const signs = others.length > 0 ? others : namedBefore(recognition)
  return signs.length > 0 ? { code: 'places_or_groups', signs } : null
}

/** A heading that we do not know, before the town's: where one town is said of several rows, that is what they are called. */
function namedBefore(recognition: Recognition): string[] {
  const { headings, ignored, columns } = recognition
  const towns = valuesOf(recognition, 'name').filter((town) => town !== '')
  const at = columns.find(({ part, field }) => part === 'own' && field === 'name')?.index ?? 0
  const first = headings.slice(0, at).find((heading) => ignored.includes(heading))
  return first !== undefined && new Set(towns.map(townKey)).size < towns.length ? [first] : []
}

/** A name, where it is, and nothing that only groups have: it may be a town. */
function onlyPlace({ kind, columns, signs, ignored, headings }: Recognition): KindDoubt | null {
  const has = (field: string) => columns.some((column) => column.part === 'own' && column.field === field)
  if (kind !== 'groups' || !signs.isBareName || !has('latitude') || !has('longitude') || ignored.length > 0) return null
  if (columns.some((column) => isPerson(column) || groupOnly.has(column.field)) || has('town')) return null
  return { code: 'places_or_groups', signs: headings.filter((heading) => heading !== '') }
}

/** What only groups have, and no event: a site or a remark both do. */
const neverOfEvents = new Set(['state', 'founded_on', 'active_members', 'public_email', 'on_map'])
const eventHeadings =
  /^(?:dates?|date (?:et )?heure|date time|datetime|events?|event (?:name|date|url|time)|evenements?|date (?:de l )?evenement|end(?: (?:date|time))?|date (?:de )?fin|heure|local (?:date|time)|quand|when|rsvps?|rsvp count|inscrits)$/

/** Something called `Name`, on a day or at an hour, may be an event; so may a row of a club that has several. */
function onDays(recognition: Recognition): KindDoubt | null {
  const { kind, columns, signs, headings } = recognition
  if (kind !== 'groups' || columns.some(({ field }) => neverOfEvents.has(field))) return null
  const days = headings.filter((heading) => eventHeadings.test(fold(heading.slice(0, 80))))
  if (days.length > 0 && !signs.isBareName && !isRepeated(recognition)) return null
  return days.length > 0 ? { code: 'events_or_groups', signs: days } : null
}

function isRepeated(recognition: Recognition): boolean {
  const names = valuesOf(recognition, 'name').filter((name) => !isNothing(name))
  return new Set(names.map(fold)).size * 3 < names.length * 2
}

/** Names under `Nom` are people's where a first name or a birthday stands beside them; with a mail address they may be. */
function doubtOfNames(recognition: Recognition): KindDoubt | null {
  const { signs, columns, unsure } = recognition
  if (signs.personal.length > 0) return { code: 'people', signs: signs.personal }
  if (signs.hasReferent || columns.some(({ field }) => groupOnly.has(field) && !ofAnybody.has(field))) return null
  if (!columns.some(isOfGroup) && !isNamedAsGroups(recognition))
    return { code: 'people_or_groups', signs: headingsOf(recognition, 'name') }
  if (columns.some(({ field }) => groupOnly.has(field))) return null
  const contacts = [...personHeadings(recognition), ...unsure]
  if (contacts.length === 0 || isNamedAsGroups(recognition)) return null
  return { code: 'people_or_groups', signs: contacts }
}

/** A site and a remark are anybody's: beside a name alone they say nothing of a group. */
const ofAnybody = new Set(['website', 'networks', 'note'])
const isOfGroup = ({ part, field }: Column) =>
  (part === 'own' || part === 'key') && field !== 'name' && field !== 'uid' && !ofAnybody.has(field)

function headingsOf({ columns, headings }: Recognition, field: string): string[] {
  return columns.filter((one) => one.part === 'own' && one.field === field).map(({ index }) => headings[index] ?? '')
}

function personHeadings({ columns, headings }: Recognition): string[] {
  return columns.filter(isPerson).flatMap(({ index, others }) => [index, ...others].map((at) => headings[at] ?? ''))
}

/** Rows that are looked at. */
const enough = 300

function valuesOf({ columns, rows }: Recognition, field: string, part: 'own' | 'group' = 'own'): string[] {
  const column = columns.find((one) => one.part === part && one.field === field)
  return column ? rows.slice(0, enough).map(({ cells }) => (cells[column.index] ?? '').slice(0, 200)) : []
}

/** Whether names are as groups have them, a third at least: with their town, or a word for a group. */
function isNamedAsGroups(recognition: Recognition): boolean {
  const names = valuesOf(recognition, 'name')
  const towns = valuesOf(recognition, 'town')
  const like = names.filter((name, index) => {
    const town = townKey(towns[index] ?? '')
    return (town !== '' && townKey(name).includes(town)) || headingTokens(name).some((token) => groupWords.has(token))
  })
  return like.length > 0 && like.length * 3 >= names.length
}

/** More people a group than there are referents anywhere. */
const mostReferents = 4

function isCrowded(recognition: Recognition): boolean {
  const all = [...valuesOf(recognition, 'name'), ...valuesOf(recognition, 'name', 'group')]
  const names = all.filter((name) => !isNothing(name)).map(fold)
  return names.length > mostReferents * new Set(names).size
}
