import fixed from '#movement'
import { movementOf } from '#shared/movement.ts'
import { createDashboard } from './index.tsx'

/** What is deployed: the dashboard of the movement of `movement.config.ts`. */
export default createDashboard(movementOf(fixed))
