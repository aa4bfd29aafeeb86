import type { D1Database } from '@cloudflare/workers-types'
import type { ReadDatabase } from '#shared/db/read-only.ts'
import { listSettings, type StoredSettings } from '#shared/db/settings.ts'
import { SettingsChanged, watchSettings } from '#shared/db/watch-settings.ts'
import { type Movement, movementOf } from '#shared/movement.ts'
import { SettingsError } from '#shared/settings/faults.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'

/** Settings that change more often than this while somebody looks are not read any more for them. */
const attempts = 5

type Known = { version: number; movement: Movement }

/** Work for a movement, over a database that is watched. */
type Work<Result> = (movement: Movement, db: D1Database) => Result | Promise<Result>

/**
 * The movement as this process knows it: what is fixed of it, and the settings as they were when they were last looked at. A change holds for
 * whatever begins after it: the first trip of any work says whether there was one, and the work begins again.
 */
export class KnownMovement {
  readonly #fixed: SomeSettings
  #known: Known | null

  constructor(fixed: SomeSettings) {
    this.#fixed = fixed
    this.#known = withoutSettings(fixed)
  }

  /** Does work with the movement as it is. @throws SettingsError when something that it needs is not set. */
  async use<Result>(source: ReadDatabase, work: Work<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      const { version, movement } = this.#known ?? this.#take(await listSettings(source))
      const { db, check } = watchSettings(source, version)
      try {
        const result = await work(movement, db)
        await check()
        return result
      } catch (error) {
        if (!(error instanceof SettingsChanged) || attempt === attempts) throw error
        this.#take(error.stored ?? (await listSettings(source)))
      }
    }
  }

  #take({ version, values }: StoredSettings): Known {
    const known = { version, movement: movementOf(this.#fixed, values) }
    this.#known = known
    return known
  }
}

/** Most movements fix all that is needed: no trip is made to find out that nothing else is set. */
function withoutSettings(fixed: SomeSettings): Known | null {
  try {
    return { version: 0, movement: movementOf(fixed) }
  } catch (error) {
    if (error instanceof SettingsError) return null
    throw error
  }
}
