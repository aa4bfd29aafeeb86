import type { FormsEnv } from '#workers/forms/env.ts'
import { createForms } from '#workers/forms/index.tsx'
import { fixedSettings } from './fixed-settings.ts'
import { route } from './router.ts'

export default route<FormsEnv>(createForms(fixedSettings()))
