import type { D1Database } from '@cloudflare/workers-types'
import { listCampaigns } from '#shared/db/campaigns.ts'
import { listGroupNames } from '#shared/db/known-groups.ts'
import { listPlaces } from '#shared/db/places.ts'
import { listKnownAddresses } from '#shared/db/sheet-addresses.ts'
import type { Place } from '#shared/domain/place.ts'
import type { Movement } from '#shared/movement.ts'
import { assignRows, type RowRefusal } from '#shared/sheet/assign-rows.ts'
import { groupIndex, type Target } from '#shared/sheet/group-index.ts'
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
export type Ground = {
  db: D1Database
  movement: Movement
  newUid: () => string
  sheets: readonly RecognisedSheet[]
  campaigns: CampaignPlan
  places: PlacePlan
  addresses: AddressPlan
  /** The towns of the open list, when the database has none yet. */
  towns: Place[]
  /** Groups with their rows, as many at once as are planned and written together. */
  chunks: Target[][]
  refused: RowRefusal[]
  leftOut: LeftOut[]
}

/** Reads what is known, and says which group each row is about. Writes nothing. */
export async function layGround(
  db: D1Database,
  sheets: readonly RecognisedSheet[],
  settings: ImportSettings,
): Promise<Ground> {
  const { movement, newUid } = settings
  const placed = await listPlaces(db, movement.country)
  const towns = placed.length > 0 ? [] : await settings.townsOf(movement.country)
  const places = planPlaces(sheets, placed.length > 0 ? placed : towns, movement.country)
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
    towns,
    chunks: inChunks(targets),
    refused,
    leftOut,
  }
}

function knownAddresses(db: D1Database, emails: readonly string[]) {
  return emails.length > 0 ? listKnownAddresses(db, emails) : new Map()
}

function addressSettings({ languages, lists }: Movement) {
  return { languages, lists: lists.map(({ key, label }) => ({ key, names: Object.values(label) })) }
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
