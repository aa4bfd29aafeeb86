import { drawingOf } from '../../world/shores.ts'
import belgium from './be.json'
import unitedKingdom from './gb.json'
import france from './outlines.json'

/** What of a group's place an area of a drawing stands for. */
type Level = 'department' | 'region' | 'country'

/** A country as it is drawn. */
export type Outline = {
  width: number
  height: number
  /** d3-geo's Mercator: its scale, and where 0° 0° is. */
  mercator: { scale: number; x: number; y: number }
  level: Level
  areas: readonly { code: string; path: string }[]
  /** Areas so small that points would cover each other there, and where they are shown enlarged. */
  inset: { areas: readonly string[]; box: { x: number; y: number; width: number; height: number } } | null
  source: 'svg_maps' | 'natural_earth'
}

const { departments, small, inset, ...french } = france
const own: Readonly<Record<string, Outline>> = {
  FR: { ...french, level: 'department', areas: departments, inset: { areas: small, box: inset }, source: 'svg_maps' },
  BE: { ...belgium, level: 'department', inset: null, source: 'natural_earth' },
  GB: { ...unitedKingdom, level: 'region', inset: null, source: 'natural_earth' },
}

/** The drawing of a country: its departments, or what is like them, where we have them; else its own outline. Null for a country that we do not know. */
export function outlineOf(country: string): Outline | null {
  const known = Object.hasOwn(own, country) ? own[country] : undefined
  if (known) return known
  const drawn = drawingOf(country)
  return drawn ? { ...drawn, level: 'country', inset: null, source: 'natural_earth' } : null
}

/** The code of the area that a place is in. */
export function areaOf({ level }: Outline, place: { region: string; department: string }): string {
  return level === 'country' ? '' : place[level]
}
