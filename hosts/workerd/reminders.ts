import { createWorker } from '#workers/reminders/entrypoint.ts'
import { fixedSettings } from './fixed-settings.ts'

const { Reminders, worker } = createWorker(fixedSettings())

export default worker
export { Reminders }
