import { expect, test } from 'vitest'
import * as z from 'zod'
import movement from '#sample/movement.ts'
import { readFilter } from '#shared/domain/group-filter.ts'
import { readFactFilter } from '#shared/domain/publication.ts'
import { whereaboutsFields } from '#shared/record/sections/identity.ts'
import { someSettingsSchema } from '#shared/settings/schema.ts'
import { readChangeQuery } from '#workers/dashboard/change-query.ts'
import { readMapQuery } from '#workers/dashboard/map/query.ts'
import { readNetworkQuery } from '#workers/dashboard/network-query.ts'

const kept = 'Provence-Alpes-Côte d’Azur'

test.each(["Provence-Alpes-Côte d'Azur", kept, 'Provence-Alpes-Côte d`Azur'])(
  'a region is one and the same whichever apostrophe is typed: %s',
  (typed) => {
    expect(z.decode(whereaboutsFields.region.codec, typed)).toBe(kept)
    const query = new URLSearchParams({ region: typed, department: "Val d'Aoste" })
    expect(readFilter(query, movement.sections)).toMatchObject({ region: kept, department: 'Val d’Aoste' })
    expect(readChangeQuery(query, movement.sections).region).toBe(kept)
    expect(readMapQuery(query, movement).place.region).toBe(kept)
    expect(readNetworkQuery(query, '2026-12-09', ['FR']).place.region).toBe(kept)
    const facts = readFactFilter(query, null, movement.sections.ours.group.fields)
    expect(JSON.stringify(facts)).toContain(kept)
    const own = { name: 'Sacha', email: 'sacha@example.org', regions: [typed] }
    expect(someSettingsSchema.parse({ coordinators: [own] }).coordinators?.[0]?.regions).toEqual([kept])
  },
)
