import type { Samples } from '../../sample.ts'

export const listLink: Samples<'list_link'> = {
  '': { reader: 'Alix Roux', content: { list: 'annonces' } },
}
