/** Les mots à l’équipe, comme une boîte de réception. */
export const notes = {
  title: 'Les mots à l’équipe',
  lead: 'Ce que les référent·es vous écrivent depuis leur page. Répondez par mail, ou marquez comme réglé.',
  none: 'Aucun mot n’attend.',
  noneDone: 'Aucun mot n’est réglé pour l’instant.',
  seeDone: 'Voir les mots réglés',
  seeOpen: 'Voir les mots qui attendent',
  answer: 'Répondre',
  answerLabel: 'Votre réponse',
  answerHint: 'Elle part par mail, avec le mot. Si la personne répond, sa réponse vous arrive directement.',
  send: 'Envoyer la réponse',
  state: { answered: 'l’équipe a répondu', settled: 'réglé' },
  done: 'C’est réglé',
  reopen: 'Ce n’est pas réglé',
  answered: (name: string, day: string) => `${name} a répondu le ${day} :`,
  doneBy: (name: string, day: string) => `Réglé par ${name}, le ${day}`,
  noAddress: 'Cette personne n’a pas d’adresse mail : appelez-la.',
  gone: 'Quelqu’un de l’équipe y a déjà répondu',
  goneBody: (typed: string) =>
    `Votre réponse n’est pas partie. La voici, si vous voulez l’envoyer autrement : « ${typed} »`,
  more: 'La suite',
  said: {
    answered: 'La réponse part.',
    settled: 'C’est noté : ce mot est réglé.',
    reopened: 'C’est noté : ce mot attend de nouveau.',
  },
}
