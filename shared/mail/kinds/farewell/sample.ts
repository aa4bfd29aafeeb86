import type { Samples } from '../../sample.ts'

export const farewell: Samples<'farewell'> = {
  '': { reader: 'Sam Bonnet', content: { uid: 'group-pau', group: 'Archipel Pau', by: 'Lou Martin' } },
}
