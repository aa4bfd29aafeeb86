import type { Samples } from '../../sample.ts'

export const enquiryConfirmation: Samples<'enquiry_confirmation'> = {
  '': {
    reader: 'Alix Roux',
    content: {
      uid: 'group-pau',
      group: 'Archipel Pau',
      name: 'Alix Roux',
      email: 'alix.roux@example.org',
      body: 'Bonjour, comment vous rejoindre ?',
    },
  },
}
