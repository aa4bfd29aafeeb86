import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { townsOf } from '#scripts/import/towns.ts'
import { movementOf } from '#shared/movement.ts'
import { openDatabase } from '#tests/support/database.ts'
import { type Imported, importTexts } from '#tests/support/importing.ts'

const movement = movementOf({ ...sample, otherCountries: ['BE', 'GB'] })
const given = { movement, townsOf }

const sheet = `Groupe;Ville;Code postal;Pays;Référent·e 1;Tél réf 1
Lille;Lille;59000;France;Lou;06 12 34 56 78
Bourg;Bourg-en-Bresse;1000;;Ana;0612345679
Bruxelles;Bruxelles;1000;;Sam;0470 12 30 74
Lens d’ici;Lens;62300;;Max;0612345670
Lens d’ailleurs;Lens;7870;;Zoé;0470 12 30 75
Lens quelque part;Lens;;;Eva;0612345671
Antwerpen;Antwerpen;;België;Wout;0470 12 30 76
Brighton;Brighton;BN1 1AA;UK;Tom;07400 123456
Leeds;Leeds;;;Amy;07400123457
Köln;Köln;50667;Allemagne;Kai;+49 1512 3456789
`

describe('a sheet of groups in three countries', () => {
  let db: D1Database
  let close: () => Promise<void>
  let first: Imported
  beforeAll(async () => {
    ;({ db, close } = await openDatabase())
    first = await importTexts(db, [sheet], given)
  })
  afterAll(() => close())

  const rows = async (sql: string) => (await db.prepare(sql).all<Record<string, unknown>>()).results.map(Object.values)

  test('places each in the country that it names, or that its town and postal code tell', async () => {
    expect(
      await rows('SELECT name, country, postcode, department, latitude IS NOT NULL FROM local_group ORDER BY id'),
    ).toEqual([
      ['Lille', 'FR', '59000', '59', 1],
      ['Bourg', 'FR', '01000', '01', 1],
      ['Bruxelles', 'BE', '1000', 'Bruxelles-Capitale', 1],
      ['Lens d’ici', 'FR', '62300', '62', 1],
      ['Lens d’ailleurs', 'BE', '7870', 'Hainaut', 1],
      ['Lens quelque part', 'FR', null, '62', 1],
      ['Antwerpen', 'BE', null, 'Antwerpen', 1],
      ['Brighton', 'GB', 'BN1 1AA', 'East Sussex', 1],
      ['Leeds', 'GB', null, 'West Yorkshire', 1],
      ['Köln', 'FR', '50667', null, 0],
    ])
  })

  test('reads each number as one of the group’s country', async () => {
    const phones = Object.fromEntries(await rows('SELECT name, phone FROM person'))
    expect(phones).toMatchObject({
      Lou: '+33612345678',
      Sam: '+32470123074',
      Zoé: '+32470123075',
      Tom: '+447400123456',
      Amy: '+447400123457',
    })
  })

  test('says where it could be either, and which country it does not know', () => {
    expect(first.said).toMatch(/Communes de ce nom dans plusieurs de vos pays[^\n]*\n[^\n]*Lens[^\n]*France/)
    expect(first.said).toMatch(/Allemagne/)
    expect(first.said).not.toMatch(/UK/)
  })

  test('changes nothing when it is imported again', async () => {
    expect((await importTexts(db, [sheet], given)).counts).toMatchObject({ new: 0, changed: 0 })
  })

  test('adds a town to the country that a sheet of places names, and moves the group of that name there', async () => {
    const places = 'Commune;Pays;Département;Région;Latitude;Longitude\nNulle-Part;Belgique;Namur;Wallonie;50.3;4.8\n'
    const group = 'Groupe;Ville;Pays\nAu hameau;Nulle-Part;Belgique\n'
    await importTexts(db, [places, group], given)
    expect(await rows(`SELECT country, department, latitude FROM local_group WHERE name = 'Au hameau'`)).toEqual([
      ['BE', 'Namur', 50.3],
    ])
    expect(await rows(`SELECT country FROM town WHERE name = 'Nulle-Part'`)).toEqual([['BE']])
  })
})
