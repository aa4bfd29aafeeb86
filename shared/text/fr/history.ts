const list = new Intl.ListFormat('fr')

/** What was changed in a group's record. */
export const history = {
  title: 'Ce qui a changé',
  lead: 'Tout ce qui a été corrigé ou confirmé dans la fiche du groupe, et par qui. Une erreur ? Vous pouvez revenir en arrière pendant trente jours.',
  back: 'Revenir au groupe',
  see: 'Voir ce qui a changé, et par qui',
  undo: 'Annuler cette correction',
  older: 'Voir plus ancien',
  moreChanges: (n: number) => `Voir ${n.toLocaleString('fr')} ${n < 2 ? 'autre modification' : 'autres modifications'}`,
  whole: 'Voir en entier',
  revisionTitle: 'Tout ce qui a changé',
  furtherChanges: 'Voir la suite',
  latest: 'Revenir au plus récent',
  confirmedAll: 'A confirmé que tout est juste.',
  confirmed: (sections: readonly string[]) => `A confirmé que rien n’est à changer : ${list.format(sections)}.`,
  undoConfirmation: 'Annuler cette vérification',
  undoneConfirmation: (by: string) => `Annulé par ${by}.`,
  unconfirmed: {
    title: 'C’est annulé',
    body: 'La fiche est comme avant votre réponse : ce que vous aviez vérifié est de nouveau à vérifier.',
  },
  undone: 'Cette correction a été annulée.',
  tookBack: (name: string) => `${name} est revenu·e en arrière`,
  authors: {
    referent: 'Quelqu’un du groupe',
    import: 'L’équipe, depuis un tableau',
    coordinator: 'L’équipe',
    system: 'Relance',
  },
  firstImport: 'La fiche du groupe a été créée.',
  before: 'avant :',
  after: 'maintenant :',
  corrected: 'corrigé',
  notices: {
    done: 'C’est annulé',
    partly: 'C’est annulé, sauf ce que quelqu’un a corrigé depuis',
    nothing: 'Il n’y a plus rien à annuler : quelqu’un l’a corrigé depuis, ou c’est trop ancien',
    too_much: 'Vous avez beaucoup écrit aujourd’hui. Revenez en arrière demain, ou écrivez-nous',
    nobody: 'Il ne resterait personne à qui écrire. Ajoutez d’abord quelqu’un',
    again: 'Appuyez encore une fois',
  },
}
