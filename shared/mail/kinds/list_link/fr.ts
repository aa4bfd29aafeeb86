export const fr = {
  name: 'Inscription à une liste de diffusion',
  ifNotSent: 'La personne peut redemander ce mail demain.',
  subject: '{list} : est-ce bien vous ?',
  preview: 'Un bouton vous inscrit, un autre vous désinscrit.',
  kicker: 'Liste de diffusion',
  title: 'Recevoir « {list} », ou ne plus la recevoir',
  lead: 'Quelqu’un a donné cette adresse sur la page de la liste « {list} ». Si c’est vous, ouvrez votre page dans les 24 heures : un bouton vous inscrit, un autre vous désinscrit.',
  open: 'Ouvrir ma page',
  notMe: 'Ce n’est pas vous ? Ne faites rien : l’adresse sera effacée dans deux jours.',
  why: 'Vous recevez ce mail parce que votre adresse a été donnée pour la liste « {list} ».',
}
