import { bayonne, owedOf, type Samples } from '../../sample.ts'

export const reminder: Samples<'reminder'> = {
  '': { reader: 'Joëlle Dumont', content: owedOf(bayonne) },
}
