import { fold } from '#shared/record/fold.ts'

/** Provinces and regions of Belgium, and cantons of Switzerland, as their people call them, and as others do. */
const said = `
  Antwerpen: Anvers, Antwerp
  Brabant wallon: Waals-Brabant, Walloon Brabant
  Vlaams-Brabant: Brabant flamand, Flemish Brabant
  Oost-Vlaanderen: Flandre orientale, East Flanders
  West-Vlaanderen: Flandre occidentale, West Flanders
  Hainaut: Henegouwen
  Liège: Luik, Lüttich
  Limburg: Limbourg
  Luxembourg: Luxemburg
  Namur: Namen
  Bruxelles-Capitale: Bruxelles, Brussel, Brussels, Région de Bruxelles-Capitale, Brussels Hoofdstedelijk Gewest, Brussel-Hoofdstad
  Vlaanderen: Flandre, Flandres, Flanders, Vlaams Gewest, Région flamande
  Wallonie: Wallonië, Wallonia, Région wallonne, Waals Gewest
  Aargau: AG, Argovie
  Appenzell Ausserrhoden: AR, Appenzell Rhodes-Extérieures
  Appenzell Innerrhoden: AI, Appenzell Rhodes-Intérieures
  Basel-Landschaft: BL, Bâle-Campagne, Baselland
  Basel-Stadt: BS, Bâle-Ville, Basel-City
  Bern: BE, Berne, Berna
  Fribourg: FR, Freiburg
  Genève: GE, Geneva, Genf, Ginevra
  Glarus: GL, Glaris
  Graubünden: GR, Grisons, Grigioni
  Jura: JU
  Luzern: LU, Lucerne, Lucerna
  Neuchâtel: NE, Neuenburg
  Nidwalden: NW, Nidwald
  Obwalden: OW, Obwald
  Schaffhausen: SH, Schaffhouse
  Schwyz: SZ
  Solothurn: SO, Soleure
  St. Gallen: SG, Saint-Gall, Saint Gallen, Sankt Gallen
  Thurgau: TG, Thurgovie
  Ticino: TI, Tessin
  Uri: UR
  Valais: VS, Wallis
  Vaud: VD, Waadt
  Zug: ZG, Zoug
  Zürich: ZH, Zurigo`

const own = new Map(
  said
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', others = ''] = line.trim().split(': ')
      return others.split(', ').map((other) => [fold(other), fold(name)] as const)
    }),
)

const before =
  /^(?:provincie|province|provinz|prov|canton|kanton|cantone|county of|co)(?: (?:de la|de l|du|de|d|of|van))? /

/** A province, county or region as two people would compare it, in whichever language of its country: `Province d’Anvers` is `antwerpen`. */
export function areaKey(text: string): string {
  const bare = fold(text)
  const name = own.has(bare) ? bare : bare.replace(before, '')
  return own.get(name) ?? name
}
