import type { D1Database } from '@cloudflare/workers-types'
import { listCampaigns } from '#shared/db/campaigns.ts'
import { listGroupNames } from '#shared/db/known-groups.ts'
import { listPlaces } from '#shared/db/places.ts'
import { listKnownAddresses } from '#shared/db/sheet-addresses.ts'
import type { Place } from '#shared/domain/place.ts'
import { type Movement, movementIn } from '#shared/movement.ts'
import { assignRows, type RowRefusal } from '#shared/sheet/assign-rows.ts'
import type { SheetCountry } from '#shared/sheet/country-of-group.ts'
import { groupIndex, type Target } from '#shared/sheet/group-index.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { type AddressPlan, addressesOf, planAddresses } from '#shared/sheet/plan-addresses.ts'
import { type CampaignPlan, planCampaigns } from '#shared/sheet/plan-campaigns.ts'
import { type PlacePlan, planPlaces } from '#shared/sheet/plan-places.ts'
import type { LeftOut } from '#shared/sheet/problem.ts'
import type { RecognisedSheet } from '#shared/sheet/recognise.ts'

/** What an import is given beside its sheets. */
export type ImportSettings = {
  movement: Movement
  /** The towns of a country, from a list that needs no network. */
  townsOf: (country: string) => Promise<Place[]>
  newUid: () => string
}

/** What an import knows before it looks at the groups themselves. */
export type ImportContext = {
  db: D1Database
  movement: Movement
  newUid: () => string
  sheets: readonly RecognisedSheet[]
  campaigns: CampaignPlan
  places: PlacePlan
  addresses: AddressPlan
  /** The movement's countries, its own first. */
  countries: SheetCountry[]
  /** The towns of the open list, of countries of which the database has none yet. */
  towns: Place[]
  /** Groups with their rows, as many at once as are planned and written together. */
  chunks: Target[][]
  refused: RowRefusal[]
  leftOut: LeftOut[]
}

/** Reads what is known, and says which group each row is about. Writes nothing. */
export async function readImportContext(
  db: D1Database,
  sheets: readonly RecognisedSheet[],
  settings: ImportSettings,
): Promise<ImportContext> {
  const { movement, newUid } = settings
  const { placed, towns } = await knownTowns(db, settings)
  const places = planPlaces(sheets, [...placed, ...towns], movement)
  const campaigns = planCampaigns(sheets, await listCampaigns(db), newUid)
  const index = groupIndex(movement.name, await listGroupNames(db))
  const { targets, refused, leftOut } = assignRows(sheets, index, campaigns.byName)
  const known = await knownAddresses(db, addressesOf(sheets))
  const addresses = planAddresses(sheets, known, addressSettings(movement))
  return {
    db,
    movement,
    newUid,
    sheets,
    campaigns,
    places,
    addresses,
    countries: countriesOf(movement, places),
    towns,
    chunks: inChunks(targets),
    refused,
    leftOut,
  }
}

/** The towns of the movement's countries that the database has, and those of the open list for a country of which it has none. */
async function knownTowns(
  db: D1Database,
  { movement, townsOf }: ImportSettings,
): Promise<{ placed: Place[]; towns: Place[] }> {
  const placed = await listPlaces(db, movement.countries)
  const known = new Set(placed.map(({ country }) => country))
  const towns: Place[] = []
  for (const country of movement.countries.filter((country) => !known.has(country)))
    for (const town of await townsOf(country)) towns.push({ ...town, country })
  return { placed, towns }
}

function knownAddresses(db: D1Database, emails: readonly string[]) {
  return emails.length > 0 ? listKnownAddresses(db, emails) : new Map()
}

function addressSettings({ languages, lists }: Movement) {
  return { languages, lists: lists.map(({ key, label }) => ({ key, names: Object.values(label) })) }
}

function countriesOf(movement: Movement, { gazetteer, abroad }: PlacePlan): SheetCountry[] {
  return movement.countries.map((code) => {
    const there = movementIn(movement, code)
    return { code, gazetteer: abroad.get(code) ?? gazetteer, sections: there.sections, kinds: sheetKinds(there) }
  })
}

/** Groups and rows that one transaction takes. */
const chunkGroups = 500
const chunkRows = 4000

function inChunks(targets: readonly Target[]): Target[][] {
  const chunks: Target[][] = []
  let rows = Number.POSITIVE_INFINITY
  for (const target of targets) {
    const last = chunks.at(-1)
    if (!last || last.length >= chunkGroups || rows + target.entries.length > chunkRows) {
      chunks.push([target])
      rows = target.entries.length
    } else {
      last.push(target)
      rows += target.entries.length
    }
  }
  return chunks
}
