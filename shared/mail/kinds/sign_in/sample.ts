import type { Samples } from '../../sample.ts'

export const signInMail: Samples<'sign_in'> = {
  '': { reader: 'Camille', content: {} },
}
