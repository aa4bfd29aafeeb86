import { movementOf } from '#shared/movement.ts'
import fixed from './movement.config.ts'

/** The sample movement, as it is without any other setting. */
export default movementOf(fixed)
