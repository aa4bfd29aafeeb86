import { newsOfPau, type Samples } from '../../sample.ts'

export const welcome: Samples<'welcome'> = {
  '': { reader: 'Aïcha Ba', content: newsOfPau },
}
