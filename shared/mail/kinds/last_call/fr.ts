export const fr = {
  name: 'Dernier rappel',
  kicker: 'Dernier rappel, mise à jour {de month}',
  subject: '{groups} : dernier rappel, êtes-vous là ?',
  title: 'Êtes-vous toujours là ?',
  lead: 'Nous ne vous écrirons plus ce mois-ci. Sans réponse, quelqu’un de l’équipe appellera peut-être. Même si rien n’a changé, dites-le-nous.',
}
