import type { Samples } from '../../sample.ts'

export const noteAnswer: Samples<'note_answer'> = {
  '': {
    reader: 'Joëlle Dumont',
    content: {
      by: 'camille@archipel.example.org',
      body: 'Peut-on changer le nom du groupe\u00a0?',
      answer: 'Oui, dans la partie «\u00a0Le groupe\u00a0».\nSon ancien nom reste connu.',
    },
  },
}
