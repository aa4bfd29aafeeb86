export const fr = {
  name: 'Correction de quelqu’un du groupe',
  ifNotSent: 'Rien n’est perdu : ce qui a été corrigé est dans l’historique du groupe.',
  subject: '{group} : corrigé par {by}',
  title: '{by} a corrigé la fiche de votre groupe',
  lead: 'Voici en bref ce qui a changé dans la fiche du groupe {group}. Le détail est sur la page qui s’ouvre.',
  undo: 'Tout est juste ? Il n’y a rien à faire. Sinon, vous pouvez corriger, ou revenir en arrière pendant trente jours.',
  open: 'Voir, corriger ou revenir en arrière',
  why: 'Vous recevez ce message parce que vous êtes référent·e du groupe {group}.',
}
