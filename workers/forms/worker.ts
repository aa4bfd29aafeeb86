import fixed from '#movement'
import { createForms } from './index.tsx'

/** What is deployed: the form of the movement of `movement.config.ts`. */
export default createForms(fixed)
