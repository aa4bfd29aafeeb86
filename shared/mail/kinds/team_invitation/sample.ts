import type { Samples } from '../../sample.ts'

export const teamInvitation: Samples<'team_invitation'> = {
  '': {
    reader: 'Sacha',
    content: { by: 'camille@archipel.example.org', name: 'Sacha', role: 'acts', regions: ['Bretagne', 'Normandie'] },
  },
}
