import type { Movement } from '#shared/movement.ts'
import { colourShades } from '#shared/settings/contrast.ts'

/** Our colour in the templates, by day and by night (`parts/head.mjml`). */
const ours = { day: '#14604e', night: '#8fd4bb' } as const

const pattern = /#14604e|#8fd4bb/g

/** A template in the movement's colour; as it is where the movement has none. */
export function inOwnColour(template: string, { colour }: Movement['face']): string {
  if (colour === undefined) return template
  const { day, night } = colourShades(colour)
  return template.replace(pattern, (found) => (found === ours.day ? day.colour : night.colour))
}
