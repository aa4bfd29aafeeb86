import type { Samples } from '../../sample.ts'

export const registrationConfirmation: Samples<'registration_confirmation'> = {
  '': { reader: 'Alix Roux', content: { group: 'Les Tilleuls', town: 'Pau', answer: null } },
}
