import { fold } from '#shared/record/fold.ts'

/** Beginnings of postal codes that no town has; in France they begin with a department's or a territory's number. */
const nowhere: Readonly<Record<string, RegExp>> = {
  FR: /^(00|96|99|97[0789]|98[12359])/,
  BE: /^0/,
  CH: /^0/,
  LU: /^0/,
}

/** A postal code that reads like one of `country`, and that no town has: `00000`. */
export function isPostcodeOfNoPlace(code: string, country: string): boolean {
  return (nowhere[country] ?? /^[0 -]+$/).test(code)
}

/** The keys of the departments (`departmentKey`) that a postal code may be of; none where it does not tell. */
export function postcodeDepartments(country: string, code: string): string[] {
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
  return province === undefined ? [] : [fold(province)]
}

/** The postal areas of the United Kingdom, and about where each one's main town is: latitude, longitude. */
const british = `
  AB 57.1 -2.1, AL 51.8 -0.3, B 52.5 -1.9, BA 51.4 -2.4, BB 53.7 -2.5, BD 53.8 -1.8, BH 50.7 -1.9, BL 53.6 -2.4,
  BN 50.8 -0.1, BR 51.4 0.0, BS 51.5 -2.6, BT 54.6 -5.9, CA 54.9 -2.9, CB 52.2 0.1, CF 51.5 -3.2, CH 53.2 -2.9,
  CM 51.7 0.5, CO 51.9 0.9, CR 51.4 -0.1, CT 51.3 1.1, CV 52.4 -1.5, CW 53.1 -2.4, DA 51.4 0.2, DD 56.5 -3.0,
  DE 52.9 -1.5, DG 55.1 -3.6, DH 54.8 -1.6, DL 54.5 -1.6, DN 53.5 -1.1, DT 50.7 -2.4, DY 52.5 -2.1, E 51.5 -0.1,
  EC 51.5 -0.1, EH 56.0 -3.2, EN 51.7 -0.1, EX 50.7 -3.5, FK 56.0 -3.8, FY 53.8 -3.0, G 55.9 -4.3, GL 51.9 -2.2,
  GU 51.2 -0.6, HA 51.6 -0.3, HD 53.6 -1.8, HG 54.0 -1.5, HP 51.8 -0.4, HR 52.1 -2.7, HS 58.2 -6.4, HU 53.7 -0.3,
  HX 53.7 -1.9, IG 51.6 0.1, IP 52.1 1.2, IV 57.5 -4.2, KA 55.6 -4.5, KT 51.4 -0.3, KW 59.0 -3.0, KY 56.1 -3.2,
  L 53.4 -3.0, LA 54.0 -2.8, LD 52.2 -3.4, LE 52.6 -1.1, LL 53.3 -3.8, LN 53.2 -0.5, LS 53.8 -1.5, LU 51.9 -0.4,
  M 53.5 -2.2, ME 51.4 0.5, MK 52.0 -0.8, ML 55.8 -4.0, N 51.5 -0.1, NE 55.0 -1.6, NG 53.0 -1.2, NN 52.3 -0.9,
  NP 51.6 -3.0, NR 52.6 1.3, NW 51.5 -0.1, OL 53.5 -2.1, OX 51.8 -1.3, PA 55.8 -4.4, PE 52.6 -0.2, PH 56.4 -3.4,
  PL 50.4 -4.1, PO 50.8 -1.1, PR 53.8 -2.7, RG 51.5 -1.0, RH 51.2 -0.2, RM 51.6 0.2, S 53.4 -1.5, SA 51.6 -3.9,
  SE 51.5 -0.1, SG 51.9 -0.2, SK 53.4 -2.2, SL 51.5 -0.6, SM 51.4 -0.2, SN 51.6 -1.8, SO 50.9 -1.4, SP 51.1 -1.8,
  SR 54.9 -1.4, SS 51.5 0.7, ST 53.0 -2.2, SW 51.5 -0.2, SY 52.7 -2.8, TA 51.0 -3.1, TD 55.6 -2.8, TF 52.7 -2.4,
  TN 51.2 0.3, TQ 50.5 -3.5, TR 50.3 -5.1, TS 54.6 -1.2, TW 51.4 -0.3, UB 51.5 -0.4, W 51.5 -0.2, WA 53.4 -2.6,
  WC 51.5 -0.1, WD 51.7 -0.4, WF 53.7 -1.5, WN 53.5 -2.6, WR 52.2 -2.2, WS 52.6 -2.0, WV 52.6 -2.1, YO 54.0 -1.1,
  ZE 60.2 -1.1`

const centres = new Map(
  british
    .trim()
    .split(/,\s+/)
    .map((one) => {
      const [area = '', latitude, longitude] = one.split(' ')
      return [area, { latitude: Number(latitude), longitude: Number(longitude) }] as const
    }),
)

/** About where a postal code is, where it says so by its first letters (`BN1 1AA`); null where it does not. Degrees. */
export function postcodeCentre(country: string, code: string): { latitude: number; longitude: number } | null {
  if (country !== 'GB') return null
  return centres.get(/^[A-Z]{1,2}(?=\d)/i.exec(code)?.[0].toUpperCase() ?? '') ?? null
}
