import fixed from '#movement'
import { movementOf } from '#shared/movement.ts'
import { createReminders } from './index.ts'

const { Reminders, worker } = createReminders(movementOf(fixed))

/** What is deployed: the sender of the movement of `movement.config.ts`. */
export default worker
export { Reminders }
