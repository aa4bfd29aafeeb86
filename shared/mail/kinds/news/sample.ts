import { newsOfPau, type Samples } from '../../sample.ts'

export const news: Samples<'news'> = {
  '': { reader: 'Sam Bonnet', content: newsOfPau },
}
