import { dax, owedOf, type Samples } from '../../sample.ts'

export const lastCall: Samples<'last_call'> = {
  '': { reader: 'Joëlle Dumont', content: owedOf(dax) },
}
