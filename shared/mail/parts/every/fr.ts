/** Dans chaque mail. Les groupes viennent après « du groupe » ou « des groupes », pour qu’aucun nom n’ait à s’élider. */
export const fr = {
  hello: 'Bonjour {reader},',
  helloNobody: 'Bonjour,',
  yourGroups: 'Vos {n} groupes',
  more: { one: '{n} autre', other: '{n} autres' },
  plainAddress: 'Si le bouton ne marche pas, copiez cette adresse dans votre navigateur :',
  who: 'Écrit par {sender}. Une question, un souci ? Répondez simplement à ce message.',
  whyReferent: {
    one: 'Vous recevez ce message parce que vous êtes référent·e du groupe {groups}.',
    other: 'Vous recevez ce message parce que vous êtes référent·e des groupes {groups}.',
  },
  /** L’objet d’un mail dont un nom ne doit pas y figurer. */
  ofMovement: '{movement} : {words}',
  /** À l’essai : le mail d’une personne, envoyé à l’équipe à sa place. */
  trial: '[Essai, pour {reader}] {subject}',
}
