/** What a country's towns have beside what GeoNames says of them. */
export type CountryTowns = {
  /** Parts that GeoNames holds for countries, by what stands for their department, with their region. */
  readonly overseas?: Readonly<Record<string, { department: string; region: string }>>
  /** Areas by GeoNames' code (`BE.WAL`) as their people call them. */
  readonly areas?: Readonly<Record<string, string>>
  /** What an area of the second level belongs to, where nobody takes it for one: `Brighton and Hove` is in `East Sussex`. */
  readonly within?: ReadonlyMap<string, string>
  /** Words around the name of an area of the second level that are no part of it: `Lausanne District`. */
  readonly bare?: RegExp
  /** Towns that are in another area than the rest of theirs: `Stockton-on-Tees/Yarm` is in `North Yorkshire`. */
  readonly apart?: Readonly<Record<string, string>>
  /** Whether departments go by GeoNames' code rather than by name. */
  readonly isNumbered?: boolean
  /** By department, towns of several names: the first is the town's own, whichever of them GeoNames has. */
  readonly names?: Readonly<Record<string, string>>
  /** Towns that GeoNames has for no place with people: `name, department, region, latitude, longitude`. */
  readonly more?: readonly (readonly [string, string, string, number, number])[]
}
