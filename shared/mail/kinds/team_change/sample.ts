import type { Samples } from '../../sample.ts'

const by = 'camille@archipel.example.org'

export const teamChange: Samples<'team_change'> = {
  '': { reader: 'Sacha', content: { what: 'change_coordinator', by } },
  code: { reader: 'Sacha', content: { what: 'block_factor', by: null } },
  removed: { reader: 'Sacha', content: { what: 'remove_coordinator', by } },
}
