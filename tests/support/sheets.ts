import { crc32 } from 'node:zlib'
import movement from '#sample/movement.ts'
import type { Place } from '#shared/domain/place.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import { type Assignment, assignRows } from '#shared/sheet/assign-rows.ts'
import { groupIndex } from '#shared/sheet/group-index.ts'
import type { GroupOfSheet, GroupPlan } from '#shared/sheet/group-plan.ts'
import { type SheetKinds, sheetKinds } from '#shared/sheet/kinds.ts'
import { planCampaigns } from '#shared/sheet/plan-campaigns.ts'
import { planGroups, readTarget } from '#shared/sheet/plan-group.ts'
import { planPlaces } from '#shared/sheet/plan-places.ts'
import { readSheets } from '#shared/sheet/read-sheet.ts'
import type { RecognisedSheet } from '#shared/sheet/recognise.ts'
import { meetPeople, peopleBook, type SheetPerson } from '#shared/sheet/world.ts'

const kindsOfSample = sheetKinds(movement)

export const bytesOf = (text: string) => new TextEncoder().encode(text)

/** The kinds of sheets of the sample movement, whose headings mean these too. */
export function kindsWith(headings: Readonly<Record<string, string>>): SheetKinds {
  return sheetKinds({ ...movement, headings: { ...movement.headings, ...headings } })
}

export async function sheetOf(text: string, name = 'groups.csv', kinds = kindsOfSample): Promise<RecognisedSheet> {
  const [sheet] = await readSheets(name, bytesOf(text), kinds)
  if (!sheet) throw new Error('no sheet')
  return sheet
}

export const towns: Place[] = [
  { name: 'Pau', department: '64', region: 'Nouvelle-Aquitaine', latitude: 43.3, longitude: -0.37 },
  { name: 'Saint-Denis', department: '93', region: 'Île-de-France', latitude: 48.94, longitude: 2.36 },
  { name: 'Saint-Denis', department: '974', region: 'La Réunion', latitude: -20.88, longitude: 55.45 },
  { name: 'Évry', department: '91', region: 'Île-de-France', latitude: 48.63, longitude: 2.44 },
  { name: 'Brive-la-Gaillarde', department: '19', region: 'Nouvelle-Aquitaine', latitude: 45.16, longitude: 1.53 },
  { name: 'Bourg-en-Bresse', department: '01', region: 'Auvergne-Rhône-Alpes', latitude: 46.2, longitude: 5.22 },
]

export type Planned = { plans: GroupPlan[] } & Pick<Assignment, 'refused' | 'leftOut'>

/** What the sheets (`name: csv`) would do to known groups, without a database. */
export async function planOf(
  csvs: readonly string[],
  known: readonly GroupRecord[] = [],
  aside: Partial<Pick<GroupOfSheet, 'left' | 'elsewhere'>> = {},
  kinds: SheetKinds = kindsOfSample,
): Promise<Planned> {
  return planOfSheets(await Promise.all(csvs.map((csv) => sheetOf(csv, 'groups.csv', kinds))), known, aside)
}

/** What a workbook would do where no group is known. */
export async function planOfWorkbook(bytes: Uint8Array): Promise<Planned> {
  return planOfSheets(await readSheets('groups.xlsx', bytes, kindsOfSample), [], {})
}

function planOfSheets(
  sheets: readonly RecognisedSheet[],
  known: readonly GroupRecord[],
  aside: Partial<Pick<GroupOfSheet, 'left' | 'elsewhere'>>,
): Planned {
  let last = 0
  const newUid = () => `made-${++last}`
  const campaigns = planCampaigns(sheets, [], newUid).byName
  const places = planPlaces(sheets, towns, movement)
  const names = known.map(({ group: [row] }) => ({
    uid: row?.uid ?? '',
    name: row?.name ?? '',
    town: row?.town ?? null,
    postcode: row?.postcode ?? null,
    department: row?.department ?? null,
    region: row?.region ?? null,
    latitude: row?.latitude ?? null,
    longitude: row?.longitude ?? null,
  }))
  const { targets, refused, leftOut } = assignRows(sheets, groupIndex('Archipel', names), campaigns)
  const subjects = targets.map((target) => ({
    readings: readTarget(target),
    country: target.country,
    known: knownGroup(
      known.find(({ group: [row] }) => row?.uid === target.uid),
      aside,
    ),
  }))
  const people = peopleBook()
  meetPeople(people, known.flatMap(({ referents }) => referents) as SheetPerson[])
  const { gazetteer, stated } = places
  return {
    plans: planGroups(subjects, {
      sections: movement.sections,
      gazetteer,
      stated,
      campaigns,
      people,
      newUid,
      languages: movement.languages,
    }),
    refused,
    leftOut,
  }
}

function knownGroup(record: GroupRecord | undefined, aside: Partial<GroupOfSheet>): GroupOfSheet | null {
  return record ? { record, number: 1, left: new Map(), elsewhere: [], ...aside } : null
}

/** A zip of one part a name, not compressed (APPNOTE 4.3). */
export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text)
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, content])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, path]))
    files.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, index, Buffer.from('PK\x05\x06'), end])
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>'
const ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const rel = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** An XLSX workbook as Excel keeps one (ECMA-376): texts inline, numbers as such, days as numbers with a date's style. */
export function workbookOf(
  tabs: Readonly<Record<string, readonly (readonly (string | number | Date)[])[]>>,
  merged: readonly string[] = [],
): Uint8Array {
  const names = Object.keys(tabs)
  const sheets = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')
  const links = names
    .map(
      (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join('')
  const styles = `<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/>`
  return zipOf({
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${xml}<Relationships ${rel}><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook ${ns} xmlns:r="${office}"><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships ${rel}>${links}${styles}</Relationships>`,
    'xl/styles.xml': `${xml}<styleSheet ${ns}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheetOf(tabs[name] ?? [], merged)]),
    ),
  })
}

function worksheetOf(rows: readonly (readonly (string | number | Date)[])[], merged: readonly string[]): string {
  const lines = rows.map((cells, row) => {
    const texts = cells.map((cell, column) => cellOf(cell, `${String.fromCharCode(65 + column)}${row + 1}`))
    return `<row r="${row + 1}">${texts.join('')}</row>`
  })
  const spans = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `${xml}<worksheet ${ns}><sheetData>${lines.join('')}</sheetData><mergeCells>${spans}</mergeCells></worksheet>`
}

function cellOf(cell: string | number | Date, at: string): string {
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (cell instanceof Date) return `<c r="${at}" s="1"><v>${cell.getTime() / 86_400_000 + 25_569}</v></c>`
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return cell === '' ? '' : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}
