import { dax, pau, type Samples } from '../../sample.ts'

export const newLinkMail: Samples<'new_link'> = {
  stopped: { reader: 'Joëlle Dumont', content: { groups: [pau], count: 1, isStopped: true } },
  '': { reader: 'Joëlle Dumont', content: { groups: [pau, dax], count: 2 } },
}
