import { fold } from '#shared/record/fold.ts'
import { districtOf, middleOfArea } from './british-districts.ts'

/** Beginnings of postal codes that no town has; in France they begin with a department's or a territory's number. */
const nowhere: Readonly<Record<string, RegExp>> = {
  FR: /^(00|96|99|97[0789]|98[12359])/,
  BE: /^0/,
  CH: /^0/,
  LU: /^0/,
}

/** The Isle of Man and the Channel Islands have codes of the same kind. */
const isBritish = (code: string) => /^(IM|JE|GY)\d/i.test(code) || postcodeCentre('GB', code) !== null

/** A postal code that reads like one of `country`, and that no town has: `00000`. */
export function isPostcodeOfNoPlace(code: string, country: string): boolean {
  if (country === 'GB') return !isBritish(code)
  return (nowhere[country] ?? /^[0 -]+$/).test(code)
}

/** The keys of the departments (`departmentKey`) that a postal code may be of; none where it does not tell. */
export function postcodeDepartments(country: string, code: string): string[] {
  const named = namedDepartments(country, code)
  return country === 'BE' ? named.map(fold) : named
}

/** The same as towns name them: `64`, `Brabant wallon`. */
export function namedDepartments(country: string, code: string): string[] {
  if (country === 'BE') return belgianProvince(code)
  if (country !== 'FR' || !/^\d\d/.test(code)) return []
  // Both parts of Corsica share 20
  return code.startsWith('20') ? ['20', '2A', '2B'] : [code.slice(0, 2), code.slice(0, 3)]
}

/** The first postal code of each part of Belgium, in their order (bpost). */
const belgian: readonly (readonly [from: number, province: string])[] = [
  [1000, 'Bruxelles-Capitale'],
  [1300, 'Brabant wallon'],
  [1500, 'Vlaams-Brabant'],
  [2000, 'Antwerpen'],
  [3000, 'Vlaams-Brabant'],
  [3500, 'Limburg'],
  [4000, 'Liège'],
  [5000, 'Namur'],
  [6000, 'Hainaut'],
  [6600, 'Luxembourg'],
  [7000, 'Hainaut'],
  [8000, 'West-Vlaanderen'],
  [9000, 'Oost-Vlaanderen'],
]

function belgianProvince(code: string): string[] {
  if (!/^[1-9]\d{3}$/.test(code)) return []
  const province = belgian.findLast(([from]) => from <= Number(code))?.[1]
  return province === undefined ? [] : [province]
}

/** About where a postal code is, in degrees, and how many kilometres from there a town with it may lie at most. */
type Around = { latitude: number; longitude: number; reach: number }

/** Kilometres. Aberchirder and Wigmore are 24 from the middle of their districts, Sandwick in Shetland 42; the Highlands' area reaches farthest. */
const reaches = { district: 45, area: 150 } as const

/** About where a postal code is, where it says so by itself (`BN1 1AA`, `BN1`); null where it does not. */
export function postcodeCentre(country: string, code: string): Around | null {
  if (country !== 'GB') return null
  const district = districtOf(code)
  if (district) return { ...district, reach: reaches.district }
  const middle = middleOfArea(/^[A-Z]{1,2}(?=\d)/i.exec(code)?.[0].toUpperCase() ?? '')
  return middle && { ...middle, reach: reaches.area }
}
