import type { Hono } from 'hono'
import type { Publishing } from '#shared/actions/publish-groups.ts'
import type { Movement } from '#shared/movement.ts'
import type { CallOut } from './call-out.ts'
import type { FeedsApp, FeedsEnv } from './env.ts'

/** One way for data to flow elsewhere: a folder of its own, off until the movement's settings name it. */
export type Integration = {
  name: string
  isOn: (movement: Movement) => boolean
  /** Its addresses. A GET writes nothing. */
  addRoutes: (app: Hono<FeedsApp>) => void
  /** What it needs to have published from time to time. */
  publish: readonly Publisher[]
  /** The same, once an hour where rows are counted. */
  publishHourly?: readonly Publisher[]
  /** What it takes away that was kept for long enough: as often, also when it is off. */
  forgets?: readonly Publisher[]
  /** What it tells other programs, each minute. */
  everyMinute?: (env: FeedsEnv, telling: CallingOut) => Promise<void>
}

/** `call`: how the host calls other programs, where it has a way of its own. */
export type CallingOut = { movement: Movement; call?: CallOut | undefined; clock: () => Date }

export type Publisher = (publishing: Publishing, env: FeedsEnv) => Promise<object>
