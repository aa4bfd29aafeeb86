import fixed from '#movement'
import { createWorker } from './entrypoint.ts'

const { Reminders, worker } = createWorker(fixed)

/** What is deployed: the sender of the movement of `movement.config.ts`. */
export default worker
export { Reminders }
