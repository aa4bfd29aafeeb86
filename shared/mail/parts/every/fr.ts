/** Dans chaque mail. */
export const fr = {
  hello: 'Bonjour {reader},',
  helloNobody: 'Bonjour,',
  quoted: '« {name} »',
  label: '{label} :',
  yourGroups: 'vos {n} groupes',
  plainAddress: 'Le bouton ne fonctionne pas ? Copiez cette adresse dans votre navigateur :',
  question: 'Une question ? Répondez à ce mail.',
  whyReferent: 'Vous recevez ce mail comme personne référente {du groups}.',
  whyReferentMany: 'Vous recevez ce mail comme personne référente de {n} groupes.',
  others: { one: '{n} autre', other: '{n} autres' },
  list: '{texts}',
  ofMovement: '{movement} : {words}',
  trial: '[Essai, pour {reader}] {subject}',
  test: '[Test] {subject}',
}
