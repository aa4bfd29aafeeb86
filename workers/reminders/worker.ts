import fixed from '#movement'
import { createReminders } from './index.ts'

const { Reminders, worker } = createReminders(fixed)

/** What is deployed: the sender of the movement of `movement.config.ts`. */
export default worker
export { Reminders }
