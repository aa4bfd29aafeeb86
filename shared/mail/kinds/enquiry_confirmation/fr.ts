export const fr = {
  name: 'Confirmation d’un message à un groupe',
  ifNotSent: 'La personne peut écrire de nouveau au groupe demain.',
  subject: '{group} : est-ce bien vous qui avez écrit ?',
  preview: 'Un appui, et le groupe le reçoit.',
  kicker: 'Votre message à un groupe',
  title: 'Votre message attend votre accord',
  lead: 'Quelqu’un a écrit {au group} depuis notre site, en donnant cette adresse. Si c’est vous, confirmez dans les 24 heures : le groupe recevra alors votre message, et vous répondra directement.',
  open: 'Confirmer mon message',
  notMe: 'Ce n’est pas vous ? Ne faites rien : le message sera effacé.',
  why: 'Vous recevez ce mail parce que votre adresse a été donnée pour écrire {au group}.',
}
