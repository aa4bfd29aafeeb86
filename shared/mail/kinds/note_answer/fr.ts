export const fr = {
  name: 'Réponse de l’équipe à un mot',
  ifNotSent: 'La personne attend votre réponse : appelez-la.',
  subject: 'L’équipe répond à votre mot',
  preview: 'Sa réponse, et ce que vous aviez écrit.',
  kicker: 'Une réponse à votre mot',
  title: 'L’équipe vous répond',
  lead: 'Voici la réponse {de by} à votre mot.',
  yours: 'Votre mot',
  after: 'Pour répondre, répondez à ce mail : il arrivera directement à {by}.',
  open: 'Ouvrir votre page',
  why: 'Vous recevez ce mail parce que vous avez écrit un mot à l’équipe.',
}
