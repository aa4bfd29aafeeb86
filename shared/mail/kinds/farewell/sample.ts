import { newsOfPau, type Samples } from '../../sample.ts'

export const farewell: Samples<'farewell'> = {
  '': { reader: 'Sam Bonnet', content: newsOfPau },
}
