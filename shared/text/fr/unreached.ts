/** Les personnes à qui nous n’écrivons plus. */
export const unreached = {
  title: 'À qui nous n’écrivons plus',
  lead: 'Les personnes qui se sont désabonnées, ont signalé nos mails ou n’ont plus cette adresse. Chaque nom mène à sa page.',
  none: 'Personne : aucune adresse n’est fermée, et personne ne s’est désinscrit.',
  noneSo: 'Personne pour cette raison.',
  why: 'Pourquoi',
  since: 'Depuis',
  kinds: {
    all: 'Tout le monde',
    unsubscribed: 'Désabonnements',
    complaint: 'Signalements',
    hard_bounce: 'Adresses qui ne marchent plus',
  },
  reasons: {
    unsubscribed: 'désabonnement',
    complaint: 'a signalé nos mails comme indésirables',
    hard_bounce: 'l’adresse n’existe plus',
  },
  departed: 'plus dans aucun groupe',
  file: 'sans-mails',
}
