export const fr = {
  name: 'Réponse de l’équipe à un groupe qui s’inscrit',
  ifNotSent: 'La personne attend votre réponse : appelez-la, si elle a donné un numéro.',
  subject: '{group} : l’équipe répond à votre inscription',
  preview: 'Ce qu’elle vous dit, et comment lui répondre.',
  kicker: 'Votre inscription',
  title: 'L’équipe a lu votre inscription',
  lead: 'Vous avez inscrit {group}, {au town}. Voici la réponse de l’équipe.',
  after: 'Pour en parler, répondez à ce mail. Votre inscription n’est pas enregistrée, et sera effacée dans 60 jours.',
  open: 'Faire une nouvelle demande',
  why: 'Vous recevez ce mail parce que vous avez inscrit un groupe sur notre site.',
}
