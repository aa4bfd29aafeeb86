import type { Samples } from '../../sample.ts'

export const enquiry: Samples<'enquiry'> = {
  '': {
    reader: 'Joëlle Dumont',
    content: {
      uid: 'group-pau',
      group: 'Archipel Pau',
      name: 'Alix Roux',
      email: 'alix.roux@example.org',
      body: 'Bonjour, je viens d’arriver dans le quartier. Comment vous rejoindre ?',
    },
  },
}
