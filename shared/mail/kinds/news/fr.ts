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
  why: 'Vous recevez ce mail comme personne référente {du group}.',
}
