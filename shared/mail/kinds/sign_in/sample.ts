import type { Samples } from '../../sample.ts'

export const signIn: Samples<'sign_in'> = {
  '': { reader: 'Camille', content: {} },
}
