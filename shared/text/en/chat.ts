import type { chat as french } from '../fr/chat.ts'
import { plural } from './count.ts'

/** What a team’s chat (Mattermost, Matrix) gets. */
export const chat: typeof french = {
  trial: (movement) => `**${movement}** · This is a test: this channel will hear what happens in the network.`,
  times: (n) => plural(n, 'time', 'times'),
  others: (n) => `and ${plural(n, 'other group', 'other groups')}`,
  digest: (n) => `${plural(n, 'thing done', 'things done')} since the last summary`,
  more: 'See each of them',
}
