import { env } from 'cloudflare:workers'
import { type Movement, movementOf } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings.ts'

/** The movement that this process was started for. */
export function givenMovement(): Movement {
  return movementOf(JSON.parse(String(env.MOVEMENT)) as SomeSettings)
}
