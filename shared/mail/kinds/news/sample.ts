import { newsOfPau, type Samples } from '../../sample.ts'

export const news: Samples<'news'> = {
  '': { reader: 'Sam Bonnet', content: newsOfPau },
  renamed: {
    reader: 'Sam Bonnet',
    content: {
      ...newsOfPau,
      group: 'Archipel Béarn',
      authors: ['Lou Martin', 'Inès Ba'],
      changes: [
        { list: 'group', row: 'g', field: 'name', before: 'Archipel Pau', after: 'Archipel Béarn' },
        ...newsOfPau.changes,
      ],
    },
  },
}
