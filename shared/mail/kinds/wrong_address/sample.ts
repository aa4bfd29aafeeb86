import type { Samples } from '../../sample.ts'

export const wrongAddress: Samples<'wrong_address'> = {
  '': { reader: 'Sam Bonnet', content: { uid: 'group-pau', group: 'Archipel Pau', about: 'Lou Martin' } },
}
