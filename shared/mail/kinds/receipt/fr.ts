export const fr = {
  name: 'Reçu d’une correction',
  ifNotSent: 'Rien n’est perdu : ce qui a été corrigé est dans l’historique du groupe.',
  subject: '{group} : ce que vous avez corrigé',
  title: 'C’est enregistré',
  lead: 'Voici ce que vous avez corrigé dans la fiche du groupe {group}. Merci !',
  undo: 'Une erreur ? Vous pouvez revenir en arrière pendant trente jours.',
  open: 'Voir, ou revenir en arrière',
  why: 'Vous recevez ce message parce que vous venez de corriger la fiche du groupe {group}.',
}
