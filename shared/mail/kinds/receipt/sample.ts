import { newsOfPau, type Samples } from '../../sample.ts'

export const receipt: Samples<'receipt'> = {
  '': { reader: 'Lou Martin', content: newsOfPau },
}
