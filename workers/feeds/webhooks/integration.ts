import type { Integration } from '../integration.ts'
import { deliver } from './deliver.ts'

/** What happened, told to the programs and chats that the team named: without one there is nothing to tell. */
export const webhookCalls: Integration = {
  name: 'webhooks',
  isOn: () => true,
  addRoutes: () => undefined,
  publish: [],
  everyMinute: deliver,
}
