import type { Samples } from '../../sample.ts'

const content = { uid: 'group-pau', group: 'Archipel Pau', by: 'Lou Martin', of: 'nobody' } as const

export const welcome: Samples<'welcome'> = {
  '': { reader: 'Aïcha Ba', content },
  again: { reader: 'Aïcha Ba', content: { ...content, isAgain: true } },
  address: { reader: 'Sam Bonnet', content: { ...content, of: 'colleague' } },
  'own-address': { reader: 'Sam Bonnet', content: { ...content, by: 'Sam Bonnet', of: 'themselves' } },
}
