import type { Movement } from '#shared/movement.ts'
import { campaignFields } from '#shared/record/campaign.ts'
import type { Fields } from '#shared/record/field.ts'
import { fold } from '#shared/record/fold.ts'
import { headingKey, headingPattern, type MeantHeadings, meantHeadings } from '#shared/record/heading.ts'
import { placeFields } from '#shared/record/place.ts'
import type { ListName } from '#shared/record/record.ts'
import { type GrowingSection, growingSections } from '#shared/record/section.ts'
import { groupName } from '#shared/record/sections/identity.ts'
import type { Words } from '#shared/text/language.ts'
import { type Columns, phraseKey } from './headings/columns.ts'
import type { RecognisedSheet } from './recognise.ts'
import {
  groupIdFields,
  idFields,
  keyFields,
  languageField,
  listField,
  mailField,
  refusalFields,
} from './sheet-fields.ts'

/**
 * What a column of a sheet is about: the row's own thing, the group or campaign it names, one of its referents; `key`: what tells a group from others,
 * `row`: what tells a row of it, neither of which is kept.
 */
export type Part = 'own' | 'group' | 'campaign' | 'referent' | 'key' | 'row'

/** A kind of sheet: which columns it may have, and which it must have to be one. */
export type SheetKind = {
  /** Of a section of the movement's own. */
  title?: Words
  parts: Partial<Readonly<Record<Part, Fields>>>
  needs: readonly (readonly [Part, string])[]
  /** Of the row's own fields, how many must be there: a list of people has a name too. */
  atLeast: number
  /** The list of a group's record that its rows go to; null when they belong to no group. */
  list: ListName | null
  /** What its columns may be called, exactly and by their words. */
  patterns: readonly Pattern[]
  phrases: ReadonlyMap<string, Meaning>
}

type Meaning = { part: Part; field: string; number: number }

type Pattern = { pattern: RegExp; part: Part; field: string }

const group = { name: groupName }
const campaign = { name: campaignFields.name }

/** How our own exports tell the rows of a group, and their group. */
const inGroup = (also: Fields = {}) => ({ key: { ...also, ...groupIdFields }, row: idFields })

/** The country is read beside what tells groups apart: it says how the rest of the row is read. */
function withoutCountry<FS extends { country?: unknown }>({ country: _, ...fields }: FS): Omit<FS, 'country'> {
  return fields
}

/** A sheet as it is read in another country of the movement. */
export function sheetRead(sheet: RecognisedSheet, kinds: SheetKinds): RecognisedSheet {
  const known = readings.get(sheet) ?? new Map<SheetKinds, RecognisedSheet>()
  const read = known.get(kinds) ?? { ...sheet, shape: kinds.of(sheet.kind) }
  readings.set(sheet, known.set(kinds, read))
  return read
}

const readings = new WeakMap<RecognisedSheet, Map<SheetKinds, RecognisedSheet>>()

const shapes = ({ ours }: Movement['sections']) =>
  ({
    places: {
      parts: { own: placeFields, ...(ours.group.fields.country ? { key: { country: keyFields.country } } : {}) },
      needs: [
        ['own', 'name'],
        ['own', 'latitude'],
        ['own', 'longitude'],
      ],
      atLeast: 3,
      list: null,
    },
    campaigns: {
      parts: { own: campaignFields, row: idFields },
      needs: [
        ['own', 'name'],
        ['own', 'held_on'],
      ],
      atLeast: 2,
      list: null,
    },
    groups: {
      parts: {
        own: withoutCountry(ours.group.fields),
        referent: { ...ours.referents.fields, language: languageField },
        key: keyFields,
      },
      needs: [['own', 'name']],
      atLeast: 2,
      list: 'group',
    },
    referents: {
      parts: { group, referent: { ...ours.referents.fields, language: languageField }, ...inGroup(keyFields) },
      needs: [['group', 'name']],
      atLeast: 0,
      list: 'referents',
    },
    participations: {
      parts: { group, campaign, own: ours.campaigns.fields, ...inGroup() },
      needs: [
        ['group', 'name'],
        ['campaign', 'name'],
      ],
      atLeast: 0,
      list: 'campaigns',
    },
    trainings: {
      parts: { group, own: ours.trainings.fields, ...inGroup() },
      needs: [
        ['group', 'name'],
        ['own', 'theme'],
        ['own', 'held_on'],
      ],
      atLeast: 2,
      list: 'trainings',
    },
    activities: {
      parts: { group, own: ours.activities.fields, ...inGroup() },
      needs: [
        ['group', 'name'],
        ['own', 'title'],
        ['own', 'held_on'],
      ],
      atLeast: 2,
      list: 'activities',
    },
    languages: {
      parts: { own: { email: mailField, language: languageField } },
      needs: [
        ['own', 'email'],
        ['own', 'language'],
      ],
      atLeast: 2,
      list: null,
    },
    members: {
      parts: { own: { email: mailField, list: listField, ...ours.lists.fields }, key: refusalFields },
      needs: [['own', 'email']],
      atLeast: 2,
      list: null,
    },
  }) as const satisfies Record<string, Omit<SheetKind, 'patterns' | 'phrases'>>

/** Ours, or the rows of a section of the movement's own, by its list. */
type OurKind = keyof ReturnType<typeof shapes>
export type KindName = OurKind | `own_${string}`

/** The kind as sentences speak of it: what own sections hold are rows. */
export function spokenKind(kind: KindName): OurKind | 'rows' {
  return kindNames.find((name) => name === kind) ?? 'rows'
}

/** The kinds of sheets that a movement may bring. */
export type SheetKinds = {
  /** In the order in which they are taken. */
  names: readonly KindName[]
  of: (name: KindName) => SheetKind
  /** The headings of ours that its own mean. */
  meant: MeantHeadings
  /** What somebody said that a cell under a heading means: `'Statut = en jachère': 'en sommeil'`. */
  meantValue: (heading: string, cell: string) => string | undefined
}

export function sheetKinds({ sections, headings }: Pick<Movement, 'sections' | 'headings'>): SheetKinds {
  const ours = Object.entries(shapes(sections)) as [KindName, Shape][]
  const own = growingSections(sections.asked).filter(({ store }) => store.within)
  const all = [...ours, ...own.map((section): [KindName, Shape] => [section.list as KindName, ownShape(section)])]
  const kinds = new Map(
    all
      .filter(([, shape]) => isAsked(shape, sections))
      .map(([name, shape]) => [name, { ...shape, patterns: patternsOf(shape.parts), phrases: phrasesOf(shape.parts) }]),
  )
  const of = (name: KindName) => {
    const kind = kinds.get(name)
    if (!kind) throw new Error(`no kind of sheet: ${name}`)
    return kind
  }
  const entries = Object.entries(headings)
  const ofCells = entries.filter(([said]) => said.includes('='))
  const values = new Map(ofCells.map(([said, meaning]) => [valueKey(...cut(said)), meaning]))
  return {
    names: [...kinds.keys()].sort((a, b) => orderOf(a) - orderOf(b)),
    of,
    meant: meantHeadings(Object.fromEntries(entries.filter(([said]) => !said.includes('=')))),
    meantValue: (heading, cell) =>
      values.size > 0 && cell.length < 200 ? values.get(valueKey(heading, cell)) : undefined,
  }
}

/** What goes to a section that the movement does not ask is no sheet of it; without campaigns, neither is a list of them. */
function isAsked({ list, parts }: Shape, sections: Movement['sections']): boolean {
  if (parts.own && 'list' in parts.own) return sections.of('lists') !== null
  if (list === null) return parts.own !== campaignFields || sections.of('campaigns') !== null
  return sections.of(list) !== null
}

function cut(said: string): [heading: string, cell: string] {
  const at = said.indexOf('=')
  return [said.slice(0, at), said.slice(at + 1)]
}

function valueKey(heading: string, cell: string): string {
  return `${headingKey(heading)}=${fold(cell)}`
}

type Shape = Omit<SheetKind, 'patterns' | 'phrases'>

/** Rows of a section of the movement's own: those that name their group, and what they are called and sorted by. */
function ownShape({ list, fields, words, nameField, dayField }: GrowingSection): Shape {
  const telling = [nameField, dayField].filter((name) => name !== null)
  return {
    title: words.title,
    parts: { group, own: fields, ...inGroup() },
    needs: [['group', 'name'], ...telling.map((name): ['own', string] => ['own', name])],
    atLeast: Math.min(2, Object.keys(fields).length),
    list,
  }
}

/** Whether a row of a kind is an address, and makes nobody a referent. */
export function isOfAddresses({ parts }: Pick<SheetKind, 'parts'>): boolean {
  return parts.referent === undefined && parts.own !== undefined && 'email' in parts.own
}

/** In the order in which they are taken: what others name comes first. */
export function orderOf(kind: KindName): number {
  const at = (kindNames as readonly KindName[]).indexOf(kind)
  return at < 0 ? kindNames.length : at
}

export const kindNames: readonly OurKind[] = [
  'places',
  'campaigns',
  'groups',
  'referents',
  'participations',
  'trainings',
  'activities',
  'languages',
  'members',
]

function patternsOf(parts: SheetKind['parts']): Pattern[] {
  return headingsOf(parts).map(({ heading, part, field }) => ({ pattern: headingPattern(heading), part, field }))
}

/** Headings of several words, by these: of one word alone, that is its exact heading or another's. */
function phrasesOf(parts: SheetKind['parts']): Map<string, Meaning> {
  const all = headingsOf(parts).filter(({ part, heading }) => part !== 'referent' && !heading.includes('{n}'))
  return new Map(all.map(({ heading, part, field }) => [phraseKey(heading), { part, field, number: 1 }]))
}

function headingsOf(parts: SheetKind['parts']): { heading: string; part: Part; field: string }[] {
  return Object.entries(parts).flatMap(([part, fields]) =>
    Object.entries(fields).flatMap(([field, { headings, label }]) =>
      // Lists and downloads are headed by what the form asks
      [...Object.values(headings).flat(), ...(part === 'own' ? Object.values(label) : [])].map((heading) => ({
        heading,
        part: part as Part,
        field,
      })),
    ),
  )
}

/**
 * Whether the columns are enough for a kind of sheet. Whoever says that it is one needs only what a row cannot be without. Beside what is
 * called a group, an address that may be a referent's is enough: it is asked about.
 */
export function isComplete({ needs, atLeast, list }: SheetKind, found: Columns, isSaid: boolean): boolean {
  const { columns, unsure, signs } = found
  const has = ([part, field]: readonly [Part, string]) =>
    columns.some((column) => column.part === part && column.field === field)
  if (!needs.every(has)) return false
  const own = columns.filter((column) => column.part === 'own')
  const people = columns.filter(({ part, field }) => part === 'referent' && ['name', 'email', 'phone'].includes(field))
  // Several referents in a row, and the row is their group
  const isWide = people.some(({ number }) => number > 1)
  if (list === 'referents') return people.length > 0 && (isSaid || !isWide)
  const asked = list === 'group' && !signs.isBareName ? unsure.length : 0
  return isSaid || own.length + asked >= atLeast || (list === 'group' && isWide)
}
