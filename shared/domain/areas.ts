import { fold } from '#shared/record/fold.ts'

/** Provinces and regions of Belgium, as their people call them, and as others do. */
const belgian = `
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
  Wallonie: Wallonië, Wallonia, Région wallonne, Waals Gewest`

const own = new Map(
  belgian
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', others = ''] = line.trim().split(': ')
      return others.split(', ').map((other) => [fold(other), fold(name)] as const)
    }),
)

const before = /^(?:provincie|province|provinz|prov|county of|co)(?: (?:de la|de l|du|de|d|of|van))? /

/** A province, county or region as two people would compare it, in whichever language of its country: `Province d’Anvers` is `antwerpen`. */
export function areaKey(text: string): string {
  const bare = fold(text)
  const name = own.has(bare) ? bare : bare.replace(before, '')
  return own.get(name) ?? name
}
