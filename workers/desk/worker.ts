import fixed from '#movement'
import { createDesk } from './index.tsx'

/** What is deployed: the desk of the movement of `movement.config.ts`. */
export default createDesk(fixed)
