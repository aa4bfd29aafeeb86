export const fr = {
  name: 'Reçu d’une correction',
  ifNotSent: 'Rien n’est perdu : ce qui a été corrigé est dans l’historique du groupe.',
  subject: '{group} : votre correction est enregistrée',
  kicker: 'Rien à faire',
  title: 'C’est enregistré, merci',
  lead: 'Ce que vous avez changé dans la fiche {du group} :',
  preview: 'Enregistré : {changes}',
  after: 'Une erreur ? Vous pouvez revenir en arrière pendant trente jours.',
  open: 'Voir ce qui a changé',
  why: 'Vous recevez ce mail parce que vous venez de corriger la fiche {du group}.',
}
