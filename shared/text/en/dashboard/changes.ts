import type { changes as changesInFrench } from '../../fr/dashboard/changes.ts'

export const changes: typeof changesInFrench = {
  title: 'What changed',
  none: 'No change matches.',
  nothing: 'Nobody has corrected a record yet, besides imports of sheets.',
  older: 'Older →',
  from: 'From',
  until: 'Until',
  feed: 'Follow in a feed reader (Atom)',
  feedNote: 'The address is yours: give it to nobody. The feed names nobody.',
  imports: 'Show imports of sheets too',
}
