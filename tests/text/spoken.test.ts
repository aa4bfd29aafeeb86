import { expect, test } from 'vitest'
import { spoken } from '#shared/text/fr/spoken.ts'

test.each([
  ['Référent·es', 'Référents et référentes'],
  ['Les référent·es', 'Les référents et référentes'],
  ['référent·e', 'référent ou référente'],
  ['Un·e référent·e', 'Un ou une référent ou référente'],
  ['invité·e·s', 'invités et invitées'],
  ['actif·ves', 'actifs et actives'],
  ['coordinateur·rice', 'coordinateur ou coordinatrice'],
  ['coordinateur·trices', 'coordinateurs et coordinatrices'],
  ['nombreux·ses', 'nombreux et nombreuses'],
  ['citoyen·ne·s', 'citoyens et citoyennes'],
  ['Lou · Sam', 'Lou · Sam'],
  ['col·lectiu', 'col·lectiu'],
  ['06 12 · 2', '06 12 · 2'],
])('a voice says « %s » as « %s »', (written, heard) => {
  expect(spoken(written)).toBe(heard)
})
