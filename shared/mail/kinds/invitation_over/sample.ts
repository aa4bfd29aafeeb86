import type { Samples } from '../../sample.ts'

const content = {
  uid: 'group-pau',
  group: 'Archipel Pau',
  name: 'Aïcha Ba',
  isAddress: false,
  answer: 'declined',
} as const

export const invitationOver: Samples<'invitation_over'> = {
  '': { reader: 'Lou Martin', content },
  expired: { reader: 'Lou Martin', content: { ...content, answer: 'expired' } },
  objected: { reader: 'Lou Martin', content: { ...content, isAddress: true, answer: 'objected' } },
  returned: { reader: 'Lou Martin', content: { ...content, answer: 'returned' } },
  'returned-address': { reader: 'Lou Martin', content: { ...content, isAddress: true, answer: 'returned' } },
  'no-address': { reader: 'Lou Martin', content: { ...content, isAddress: true } },
}
