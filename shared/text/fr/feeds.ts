/** Ce que d’autres programmes lisent et tiennent, et ce qui est retenu. */
export const feeds = {
  title: 'Flux et listes de diffusion',
  lead: 'Ce que d’autres lisent du réseau, ce qui est retenu, et les listes que Relance tient dans un autre programme.',
  open: {
    title: 'Ce que d’autres peuvent lire',
    names: {
      map: 'La carte',
      calendar: 'L’agenda',
      find: 'La page « Trouver un groupe »',
      join: 'La page « Inscrire un groupe »',
    },
    sends: {
      map: 'Les groupes qui veulent être visibles, et ce que leurs référent·es ont accepté de rendre public.',
      calendar: 'Ce que ces groupes font et prévoient. Chaque référent·e peut aussi suivre son propre groupe.',
      find: 'Ces groupes, pour qui cherche près de chez soi. Ce qu’on leur écrit leur arrive par mail.',
      join: 'Rien du réseau. Ce qu’on y écrit arrive à l’équipe.',
    },
    access: {
      off: 'Fermé.',
      public: 'Ouvert à tout le monde.',
      key: 'Ouvert aux programmes qui ont une clé.',
    },
    last: (at: string): string => `Mis à jour le ${at}`,
    fails: (since: string): string => `N’est plus mis à jour depuis le ${since}. Relance réessaie toute seule.`,
    never: 'Pas encore publié : dans quelques minutes',
    change: 'Ouvrir ou fermer',
    elsewhere: 'Les programmes et messageries que Relance prévient',
  },
  heldTitle: 'Ce qui est retenu',
  nothingHeld: 'Rien n’est retenu : tout ce qui est publié suit le réseau.',
  heldLead:
    'Plus d’un cinquième est parti d’un coup. Tant que personne ne dit que c’est juste, les autres programmes gardent ce qu’ils avaient.',
  accept: 'Oui, c’est juste : publier',
  signUp: 'Tout le monde peut s’y inscrire, sur une page à elle (/lists/…)',
  where: 'Où Relance la tient',
  whereHint: 'Facultatif. Dans Mailman 3, mailman: et son List-Id ; dans Brevo, brevo: et le numéro de la liste.',
  programs: { mailman: 'Mailman', brevo: 'Brevo' } as Readonly<Record<string, string>>,
  keptIn: (program: string, list: string): string => `Tenue dans ${program} : ${list}`,
  unread: 'Pas encore lue. Relance la lit dans quelques minutes, sans rien y changer.',
  onlyRead: (at: string): string => `Lue le ${at}. Rien n’a été changé : rien ne l’est avant que vous ne lanciez.`,
  begun: 'Lancée : elle est mise à jour dans quelques minutes, puis chaque heure.',
  works: (at: string): string => `À jour depuis le ${at}.`,
  held: (before: number, now: number): string =>
    `Retenue : ${before.toLocaleString('fr')} personnes avant, ${now.toLocaleString('fr')} maintenant. Rien n’y est changé.`,
  trouble: {
    unreachable: (since: string): string => `Ne répond pas depuis le ${since}. Relance réessaie toute seule.`,
    key_refused: (since: string): string =>
      `Refuse notre clé depuis le ${since}. La personne qui administre Relance peut la corriger.`,
    list_unknown: (since: string): string =>
      `Ne connaît pas cette liste depuis le ${since}. Son nom est dans les réglages.`,
    busy: (since: string): string => `Demande d’attendre, depuis le ${since}. Relance reprend toute seule.`,
    answer_strange: (since: string): string => `Répond autrement que prévu depuis le ${since}. Rien n’est changé.`,
  },
  would: 'Ce qui changera',
  next: 'Ce qui va changer',
  joins: (n: number): string =>
    n === 1 ? '1 personne à ajouter là-bas' : `${n.toLocaleString('fr')} personnes à ajouter là-bas`,
  takenOff: (n: number): string =>
    n === 1 ? '1 personne à enlever là-bas' : `${n.toLocaleString('fr')} personnes à enlever là-bas`,
  leaves: (n: number): string =>
    n === 1
      ? '1 personne s’est désinscrite là-bas : elle le sera ici'
      : `${n.toLocaleString('fr')} personnes se sont désinscrites là-bas : elles le seront ici`,
  named: (names: readonly string[], more: number): string =>
    names.length === 0 ? '' : `(${names.join(', ')}${more > 0 ? ` et ${more.toLocaleString('fr')} de plus` : ''})`,
  nothing: 'Rien : les deux disent la même chose.',
  there: (n: number): string =>
    n === 0
      ? 'Personne n’est des deux côtés.'
      : n === 1
        ? '1 personne est des deux côtés.'
        : `${n.toLocaleString('fr')} personnes sont des deux côtés.`,
  others: (n: number): string =>
    n === 1
      ? '1 autre personne y est inscrite : Relance n’y touche pas.'
      : `${n.toLocaleString('fr')} autres personnes y sont inscrites : Relance n’y touche pas.`,
  refused: (n: number): string =>
    n === 1
      ? '1 adresse a été refusée là-bas. Relance réessaie chaque jour.'
      : `${n.toLocaleString('fr')} adresses ont été refusées là-bas. Relance réessaie chaque jour.`,
  pagesTitle: 'Pages où tout le monde s’inscrit',
  forgetLabel: 'Oublier une adresse',
  forgetHint: 'Quand la personne le demande : l’adresse n’est plus sur aucune liste, et rien n’en est gardé.',
  forgetUnknown: 'Cette adresse ne s’est inscrite sur aucune page. Une personne référente s’efface sur sa propre page.',
  forget: 'L’oublier',
  begin: 'Lancer',
  look: 'Relire maintenant',
  halt: 'Ne plus rien y changer',
}
