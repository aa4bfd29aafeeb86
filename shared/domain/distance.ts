export type Position = { latitude: number; longitude: number }

/** Kilometres; of longitude at the equator. */
export const kilometresADegree = 111.2

/** How much shorter a degree of longitude is at a latitude (degrees) than at the equator. */
export function shortening(latitude: number): number {
  return Math.cos((latitude * Math.PI) / 180)
}

/** Kilometres between two positions (degrees), as the crow flies: the haversine formula on a sphere. */
export function kilometresBetween(a: Position, b: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [from, to] = [radians(a.latitude), radians(b.latitude)]
  const across =
    Math.sin((to - from) / 2) ** 2 +
    Math.cos(from) * Math.cos(to) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(across)))
}
