import { createDashboard } from '#workers/dashboard/index.tsx'
import { fixedSettings } from './fixed-settings.ts'

export default createDashboard(fixedSettings())
