import fixed from '#movement'
import { movementOf } from '#shared/movement.ts'
import { createForms } from './index.tsx'

/** What is deployed: the form of the movement of `movement.config.ts`. */
export default createForms(movementOf(fixed))
