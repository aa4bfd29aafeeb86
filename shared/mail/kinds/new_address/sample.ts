import type { Samples } from '../../sample.ts'

const content = {
  uid: 'group-pau',
  group: 'Archipel Pau',
  by: 'Lou Martin',
  isOwn: false,
  address: 'sam.bonnet@example.net',
  until: new Date('2026-12-08T09:00:00Z'),
}

export const newAddress: Samples<'new_address'> = {
  '': { reader: 'Sam Bonnet', content },
  own: { reader: 'Sam Bonnet', content: { ...content, by: 'Sam Bonnet', isOwn: true } },
  moved: { reader: 'Sam Bonnet', content: { ...content, isOwn: true, isMoved: true } },
}
