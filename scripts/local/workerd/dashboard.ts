import { createDashboard } from '#workers/dashboard/index.tsx'
import { givenMovement } from './given-movement.ts'

export default createDashboard(givenMovement())
