import { createDesk } from '#workers/desk/index.tsx'
import { fixedSettings } from './fixed-settings.ts'

export default createDesk(fixedSettings())
