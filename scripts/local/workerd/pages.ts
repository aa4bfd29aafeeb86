import type { FormsEnv } from '#workers/forms/env.ts'
import forms from '#workers/forms/index.tsx'
import { route } from './router.ts'

export default route<FormsEnv>(forms)
