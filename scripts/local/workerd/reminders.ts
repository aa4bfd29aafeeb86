import { createReminders } from '#workers/reminders/index.ts'
import { fixedSettings } from './fixed-settings.ts'

const { Reminders, worker } = createReminders(fixedSettings())

export default worker
export { Reminders }
