import { createReminders } from '#workers/reminders/index.ts'
import { givenMovement } from './given-movement.ts'

const { Reminders, worker } = createReminders(givenMovement())

export default worker
export { Reminders }
