import { dax, pau, type Samples } from '../../sample.ts'

export const newLinkMail: Samples<'new_link'> = {
  '': { reader: 'Joëlle Dumont', content: { groups: [pau, dax], count: 2 } },
}
