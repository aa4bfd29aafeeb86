import fixed from '#movement'
import { createDashboard } from './index.tsx'

/** What is deployed: the dashboard of the movement of `movement.config.ts`. */
export default createDashboard(fixed)
