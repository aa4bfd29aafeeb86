import { bayonne, dax, pau, type Samples } from '../../sample.ts'

export const invitation: Samples<'invitation'> = {
  '': { reader: 'Joëlle Dumont', content: [pau] },
  several: { reader: 'Joëlle Dumont', content: [pau, bayonne, dax] },
}
