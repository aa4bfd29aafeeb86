import type { Samples } from '../../sample.ts'

export const welcome: Samples<'welcome'> = {
  '': { reader: 'Aïcha Ba', content: { uid: 'group-pau', group: 'Archipel Pau', by: 'Lou Martin' } },
}
