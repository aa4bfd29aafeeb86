import type { FormsEnv } from '#workers/forms/env.ts'
import { createForms } from '#workers/forms/index.tsx'
import { givenMovement } from './given-movement.ts'
import { route } from './router.ts'

export default route<FormsEnv>(createForms(givenMovement()))
