export const fr = {
  name: 'Liste des groupes silencieux',
  subject: { one: '{n} groupe n’a pas répondu en {month}', other: '{n} groupes n’ont pas répondu en {month}' },
  subjectNone: 'Tous les groupes ont répondu en {month}',
  kicker: 'Fin de la mise à jour {de month}',
  title: { one: '{n} groupe à appeler', other: '{n} groupes à appeler' },
  titleNone: 'Tous les groupes ont répondu',
  lead: {
    one: '{n} groupe sur {asked} a répondu. Voici les autres, les plus longtemps silencieux d’abord. Un coup de fil fait souvent plus qu’un mail.',
    other:
      '{n} groupes sur {asked} ont répondu. Voici les autres, les plus longtemps silencieux d’abord. Un coup de fil fait souvent plus qu’un mail.',
  },
  leadNone: {
    one: '{n} groupe sur {asked} a répondu. Il n’y a personne à relancer : dites-leur merci.',
    other: '{n} groupes sur {asked} ont répondu. Il n’y a personne à relancer : dites-leur merci.',
  },
  preview: {
    one: '{n} sur {asked} a répondu. À appeler : {groups}.',
    other: '{n} sur {asked} ont répondu. À appeler : {groups}.',
  },
  previewNone: '{n} sur {asked}. Personne à relancer.',
  subjectNobody: 'Aucun groupe interrogé en {month}',
  titleNobody: 'Aucun groupe n’a été interrogé',
  leadNobody:
    'Pendant cette mise à jour, aucun groupe actif n’avait de personne référente à qui écrire. Le tableau de bord montre les groupes qui n’en ont pas.',
  previewNobody: 'Nous n’avons écrit à aucun groupe : aucun groupe actif n’avait de personne référente.',
  rounds: { one: 'cette fois-ci', other: '{n} mises à jour de suite' },
  more: { one: 'et {n} autre groupe, sur le tableau de bord', other: 'et {n} autres groupes, sur le tableau de bord' },
  picture: 'Groupes qui ont répondu, mise à jour par mise à jour',
  share: '{percent} %',
  open: 'Voir qui appeler',
  openNone: 'Ouvrir le tableau de bord',
  why: 'Vous recevez ce mail à la fin de chaque mise à jour parce que vous coordonnez le réseau.',
}
