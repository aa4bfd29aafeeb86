export const fr = {
  name: 'Changement dans l’équipe',
  ifNotSent: 'Prévenez la personne de ce qui a changé pour elle.',
  subject: '{title}',
  kicker: 'Pour information',
  remove_coordinator: 'Vous n’êtes plus dans l’équipe {de movement}',
  remove_coordinator_lead:
    '{by} vous a retiré·e de l’équipe : vous ne pouvez plus vous connecter. Si c’est une erreur, répondez à ce mail.',
  change_coordinator: 'Ce que vous pouvez faire dans l’équipe {de movement} a changé',
  change_coordinator_lead:
    '{by} a changé ce que vous pouvez faire. Ce n’est pas ce que vous attendiez ? Répondez à ce mail.',
  open: 'Ouvrir le tableau de bord',
  why: 'Vous recevez ce mail parce que vous êtes ou étiez dans l’équipe {de movement}.',
}
