import { newsOfPau, type Samples } from '../../sample.ts'

export const news: Samples<'news'> = {
  '': { reader: 'Sam Bonnet', content: newsOfPau },
  newcomer: {
    reader: 'Sam Bonnet',
    content: {
      ...newsOfPau,
      authors: ['Camille'],
      changes: [{ list: 'referents', row: 'sam', added: { name: 'Sam Bonnet', email: 'sam@example.org' } }],
      isNewcomer: true,
    },
  },
  passed: {
    reader: 'Sam Bonnet',
    content: { ...newsOfPau, authors: [], passedBy: ['Camille'] },
  },
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
