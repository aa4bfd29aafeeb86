import { du } from './elision.ts'

/** Qui est dans l’équipe, et ce que chacun·e peut faire. */
export const team = {
  title: 'L’équipe',
  lead: 'Qui peut consulter le tableau de bord, agir pour les groupes, et administrer Relance. Chaque personne a sa propre connexion.',
  list: 'Qui en fait partie',
  you: '(vous)',
  role: {
    reads: 'consulte le tableau de bord',
    acts: 'consulte et agit pour les groupes',
    administers: 'consulte, agit et administre Relance',
  },
  everywhere: 'partout',
  fixed: 'Fixé par la personne qui a installé Relance : ne se change pas ici.',
  correct: (name: string) => `Corriger ou retirer ${name}`,
  roleLabel: 'Ce que cette personne peut faire',
  regionsLabel: 'Ses régions',
  regionsHint: 'Rien de coché : tout le réseau.',
  languageLabel: 'Sa langue',
  save: 'Enregistrer',
  remove: 'Retirer de l’équipe',
  sure: (name: string) => `Oui, retirer ${name}`,
  removeLead: 'Ses connexions s’arrêtent aussitôt, et un mail la prévient. Ce qu’elle a fait reste à son nom.',
  notSure: 'Cochez la case pour confirmer',
  invitedTitle: 'Invitations en attente',
  invited: (day: string, until: string) => `invité·e le ${day}, peut accepter jusqu’au ${until}`,
  expired: (day: string) => `invité·e le ${day}, n’a pas accepté à temps`,
  inviteAgain: 'Inviter de nouveau',
  takeBack: 'Retirer l’invitation',
  inviteTitle: 'Inviter quelqu’un',
  inviteLead: 'Un mail lui propose de rejoindre l’équipe. Tant que la personne n’a pas accepté, elle ne voit rien.',
  invite: 'Inviter',
  mayOnly: 'Choisissez ce que cette personne peut faire',
  regionsUnknown: 'Une de ces régions n’existe plus : choisissez de nouveau',
  refused: {
    there_already: 'Cette personne est déjà dans l’équipe',
    full: 'Vingt invitations attendent déjà. Retirez celles qui ne servent plus.',
    unknown: 'Cette personne n’est plus dans l’équipe',
    overtaken: 'Quelqu’un vient de changer cela. Regardez où on en est, puis recommencez si besoin.',
    fixed: 'Cette personne est fixée par qui a installé Relance',
    last_administrator:
      'Il faut quelqu’un qui administre Relance pour tout le réseau : donnez d’abord ce rôle à une autre personne',
  },
  again:
    'Par sécurité, reconnectez-vous : votre connexion date de plus de dix minutes. Rien n’a été fait, et ce que vous avez écrit est encore là.',
  signIn: 'Me reconnecter dans un autre onglet',
  join: {
    title: (movement: string) => `Rejoindre l’équipe ${du(movement)}`,
    lead: (name: string, by: string) => `Bonjour ${name}. ${by} vous invite.`,
    button: 'Accepter et me connecter',
  },
}
