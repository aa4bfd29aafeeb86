/** Leaving, the wrong person, a pause. */
export const partWays = {
  title: 'Je quitte, ce n’est pas moi, nous faisons une pause',
  see: 'Je ne suis plus référent·e, ce n’est pas mon groupe, ou nous faisons une pause',
  deeds: {
    leave: {
      title: 'Je ne suis plus référent·e',
      lead: 'Nous ne vous écrirons plus pour ce groupe. Les autres référent·es continuent de recevoir nos mails. Quelqu’un prend la suite ? Ajoutez d’abord cette personne aux référent·es.',
      button: 'Je ne suis plus référent·e',
    },
    not_mine: {
      title: 'Ce n’est pas mon groupe',
      lead: 'Nous nous sommes trompé·es de personne : nous vous retirons du groupe, et l’équipe en est avertie.',
      button: 'Ce n’est pas mon groupe',
    },
    pause: {
      title: 'Le groupe fait une pause',
      lead: 'Le groupe est noté « en sommeil » : plus de mail chaque mois. Votre lien marche encore pour le réveiller, et vous pourrez toujours en demander un nouveau.',
      button: 'Mettre le groupe en pause',
    },
    wake: {
      title: 'Le groupe reprend',
      lead: 'Le groupe est noté « actif », et ses référent·es reçoivent de nouveau nos mails.',
      button: 'Réveiller le groupe',
    },
  },
  nobodyProblem: 'Vous êtes la dernière personne à qui nous pouvons écrire.',
  unreachable: (names: readonly string[]) => `Nos mails n’arrivent plus chez ${names.join(', ')}.`,
  nameSomebody: 'Ajouter la personne qui prend la suite',
  asleep: 'Le groupe est noté « en sommeil » : nous n’écrivons plus chaque mois. Il reprend ?',
  namedTitle: 'Êtes-vous bien référent·e de ce groupe ?',
  namedLead: (by: string) => `${by} nous a donné votre nom. Dites-nous si c’est juste.`,
  accept: 'Oui, c’est bien moi',
  accepted: { title: 'Bienvenue, et merci', body: 'Vérifiez ce que nous savons du groupe quand vous voulez.' },
  paused: { title: 'C’est noté : le groupe fait une pause', body: 'Bon repos. Vous pourrez le réveiller ici même.' },
  woken: {
    title: 'Le groupe est réveillé',
    body: 'Vérifiez ce que nous savons : c’était peut-être il y a longtemps.',
  },
}
