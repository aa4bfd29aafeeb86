export const fr = {
  name: 'Confirmation de l’inscription d’un groupe',
  ifNotSent: 'La personne peut inscrire son groupe de nouveau demain.',
  subject: 'Inscrire votre groupe : est-ce bien vous ?',
  preview: 'Un appui, et l’équipe reçoit votre demande.',
  kicker: 'Un nouveau groupe',
  title: 'Votre inscription attend votre accord',
  lead: 'Quelqu’un a inscrit un groupe sur notre site, en donnant cette adresse. Si c’est vous, confirmez dans les sept jours : l’équipe lira votre demande et vous répondra.',
  open: 'Confirmer l’inscription',
  notMe: 'Ce n’est pas vous ? Ne faites rien : la demande sera effacée.',
  why: 'Vous recevez ce mail parce que votre adresse a été donnée pour inscrire un groupe.',
}
