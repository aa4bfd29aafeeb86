export const fr = {
  name: 'Liste des groupes silencieux',
  subject: { one: '{n} groupe n’a pas répondu en {month}', other: '{n} groupes n’ont pas répondu en {month}' },
  subjectNone: 'Tous les groupes ont répondu en {month}',
  lead: {
    one: 'La mise à jour du mois se termine : {answered} groupe a répondu, sur {asked}.',
    other: 'La mise à jour du mois se termine : {answered} groupes ont répondu, sur {asked}.',
  },
  call: 'Voici les autres, les plus longtemps silencieux d’abord. Un coup de fil fait souvent plus qu’un mail.',
  nobody: 'Il n’y a personne à relancer : dites-leur merci.',
  rounds: { one: 'cette fois-ci', other: '{n} fois de suite' },
  more: {
    one: 'et {n} autre groupe, à voir sur le tableau de bord',
    other: 'et {n} autres groupes, à voir sur le tableau de bord',
  },
  picture: 'Part des groupes qui ont répondu, mois par mois',
  share: '{percent}\u00a0%',
  open: 'Voir qui appeler',
  openNone: 'Ouvrir le tableau de bord',
  why: 'Vous recevez ce message à la fin de chaque mise à jour parce que vous coordonnez le réseau.',
}
