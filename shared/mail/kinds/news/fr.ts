export const fr = {
  name: 'Ce qui a changé dans le groupe',
  ifNotSent: 'Rien n’est perdu : ce qui a été corrigé est dans l’historique du groupe.',
  subject: { one: '{by} a corrigé la fiche {du group}', other: '{by} ont corrigé la fiche {du group}' },
  kicker: 'Pour information',
  title: { one: '{by} a corrigé la fiche', other: '{by} ont corrigé la fiche' },
  lead: 'Ce qui a changé pour {group} :',
  after:
    'Tout est juste ? Il n’y a rien à faire. Sinon, vous pouvez corriger, ou revenir en arrière pendant trente jours.',
  open: 'Voir ce qui a changé',
  subjectAdded: {
    one: '{by} vous ajoute aux personnes référentes {du group}',
    other: '{by} vous ajoutent aux personnes référentes {du group}',
  },
  previewAdded: 'Une minute par mois suffit. Rien n’est public sans votre accord.',
  kickerAdded: 'Bienvenue',
  titleAdded: 'Bienvenue parmi les personnes référentes',
  leadAdded:
    'Vous êtes désormais une des personnes à contacter pour joindre {group}. Chaque mois, un mail vous demande si sa fiche est juste : une minute suffit.',
  afterAdded:
    'Ce n’est pas vous, ou vous ne voulez pas ? Dites-le sur la page qui s’ouvre : on y quitte le groupe en deux appuis.',
  openAdded: 'Voir la fiche du groupe',
  why: 'Vous recevez ce mail comme personne référente {du group}.',
}
