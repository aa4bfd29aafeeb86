import { bayonne, dax, owedOf, pau, type Samples } from '../../sample.ts'

const reader = 'Joëlle Dumont'

export const invitation: Samples<'invitation'> = {
  '': { reader, content: owedOf(pau) },
  several: { reader, content: owedOf(pau, bayonne, dax) },
  many: { reader, content: { ...owedOf(pau, bayonne, dax), count: 12 } },
}
