/** Le bureau de l’équipe : ce qu’elle fait, et non ce qu’elle regarde. */
export const desk = {
  menu: 'Agir',
  title: 'Agir pour le réseau',
  lead: 'Ce que vous faites ici s’écrit dans l’histoire du groupe, à votre nom, et se rattrape presque toujours.',
  find: {
    title: 'Pour un groupe, ou pour une personne',
    lead: 'Cherchez par nom, ville ou code postal. La page du groupe mène à sa fiche et à ses référent·es.',
    label: 'Groupe, ville ou personne',
    button: 'Chercher',
  },
  tasks: 'Pour le réseau',
  /** Ce qui vient d’être fait. */
  done: {
    saved: 'C’est enregistré.',
    address_asked:
      'C’est enregistré. À la nouvelle adresse, nous demandons d’abord si c’est bien cette personne ; l’ancienne adresse est prévenue.',
    unchanged: 'Rien n’a changé : la fiche disait déjà cela.',
    created: 'Le groupe est créé. Qui en sont les référent·es ? Nous leur écrivons dès que vous enregistrez.',
    closed:
      'Le groupe est fermé : il ne reçoit plus les mails du mois et n’est plus compté. Sa fiche et son histoire restent.',
    reopened: 'Le groupe est de nouveau ouvert.',
    undone: 'C’est annulé.',
    undone_partly: 'C’est annulé, sauf ce que quelqu’un a corrigé depuis.',
  },
  record: {
    tell: 'Prévenir les référent·es de ce qui change, par un mail',
    tellHint: 'Une personne que vous ajoutez ou retirez est prévenue dans tous les cas.',
  },
  group: {
    act: 'Agir pour ce groupe',
    look: 'Voir le groupe sur le tableau de bord',
    record: 'Sa fiche',
    recordLead: 'Les mêmes questions que pour les référent·es. Ce que vous corrigez s’écrit « pour l’équipe ».',
    people: 'Ses référent·es',
    peopleLead: 'Une page par personne : son lien, ses mails, son adresse.',
    nobody: 'Personne n’est inscrit. Ajoutez quelqu’un par la fiche.',
    unreached: '(nos mails ne lui parviennent pas)',
    closeTitle: 'Fermer le groupe',
    closeLead: 'Un groupe fermé ne reçoit plus nos mails et n’est plus compté. Rien n’est effacé, et il se rouvre.',
    close: 'Fermer ce groupe',
    closedTitle: 'Ce groupe est fermé',
    reopenLead: 'Rouvert, il est actif et reçoit de nouveau le mail du mois.',
    reopen: 'Rouvrir ce groupe',
  },
  newGroup: {
    title: 'Ajouter un groupe',
    lead: 'Son nom et sa ville suffisent : le reste, ses référent·es le diront. Ensuite vient la question de qui iels sont.',
    alike: 'Est-ce l’un de ces groupes, que nous connaissons déjà ?',
    another: 'Non, c’est un autre groupe',
  },
}
