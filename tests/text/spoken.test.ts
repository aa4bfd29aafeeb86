import { expect, test } from 'vitest'
import { spoken } from '#shared/text/fr/spoken.ts'

test.each([
  ['Référent·es', 'Référents et référentes'],
  ['Les référent·es', 'Les référents et référentes'],
  ['référent·e', 'référent ou référente'],
  ['Un·e référent·e', 'Un ou une référent ou référente'],
  // Nobody hears two words here
  ['invité·e·s', 'invitées'],
  ['Vous êtes connu·e', 'Vous êtes connue'],
  ['professionnel·les', 'professionnelles'],
  ['tou·tes', 'tous et toutes'],
  ['Tou·te·s ensemble', 'Tous et toutes ensemble'],
  ['tou·te', 'tout ou toute'],
  ['le·la référent·e', 'le ou la référent ou référente'],
  ['il·elles', 'ils et elles'],
  ['visiteur·se', 'visiteur ou visiteuse'],
  ['lecteur·ices', 'lecteurs et lectrices'],
  ['trésorier·ère', 'trésorier ou trésorière'],
  ['nouveau·elle', 'nouveau ou nouvelle'],
  ['nationaux·ales', 'nationaux et nationales'],
  ['actif•ve', 'actif ou active'],
  ['actif·ves', 'actifs et actives'],
  ['coordinateur·rice', 'coordinateur ou coordinatrice'],
  ['coordinateur·trices', 'coordinateurs et coordinatrices'],
  ['nombreux·ses', 'nombreux et nombreuses'],
  ['citoyen·ne·s', 'citoyens et citoyennes'],
  ['Lou · Sam', 'Lou · Sam'],
  ['col·lectiu', 'col·lectiu'],
  ['novel·la', 'novel·la'],
  ['paral·lela', 'paral·lela'],
  ['de·de·es', 'de·de·es'],
  ['06 12 · 2', '06 12 · 2'],
])('a voice says « %s » as « %s »', (written, heard) => {
  expect(spoken(written)).toBe(heard)
})
