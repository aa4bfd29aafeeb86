import type { Samples } from '../../sample.ts'

export const silentGroups: Samples<'silent_groups'> = {
  '': {
    reader: 'Camille',
    content: {
      round: '2026-12',
      asked: 106,
      silent: 3,
      named: [
        { uid: 'group-dax', name: 'Archipel Dax', rounds: 4 },
        { uid: 'group-pau', name: 'Archipel Pau', rounds: 1 },
      ],
      months: [
        { round: '2026-10', asked: 104, answered: 71 },
        { round: '2026-11', asked: 105, answered: 80 },
        { round: '2026-12', asked: 106, answered: 103 },
      ],
    },
  },
  none: {
    reader: 'Camille',
    content: { round: '2026-12', asked: 106, silent: 0, named: [], months: [] },
  },
  nobody: {
    reader: 'Camille',
    content: { round: '2026-12', asked: 0, silent: 0, named: [], months: [] },
  },
}
