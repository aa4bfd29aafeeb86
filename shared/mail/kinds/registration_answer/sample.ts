import type { Samples } from '../../sample.ts'

export const registrationAnswer: Samples<'registration_answer'> = {
  '': {
    reader: 'Alix Roux',
    content: {
      group: 'Les Tilleuls',
      town: 'Pau',
      answer: 'Il y a déjà un groupe à Pau\u00a0: Archipel Pau.\nNous pouvons vous mettre en relation.',
    },
  },
}
