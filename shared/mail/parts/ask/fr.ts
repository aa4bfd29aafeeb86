/** Ce que les trois mails du mois ont en commun. */
export const fr = {
  check: { one: 'Vérifier (1 minute)', other: 'Vérifier mes groupes ({n} minutes)' },
  checkMany: 'Vérifier mes groupes',
  effort: {
    one: 'Rien n’a changé ? Un appui suffit sur la page qui s’ouvre.',
    other: 'Rien n’a changé ? Un appui par groupe suffit sur la page qui s’ouvre.',
  },
  together: 'Une réponse par groupe suffit : les autres personnes référentes n’auront pas de rappel.',
  yours: 'Ce lien est personnel : toute personne qui l’ouvre peut corriger en votre nom. Ne transférez pas ce mail.',
  near: 'Près de chez vous : {groups}.',
  nearGroup: '{name} ({kilometres} km)',
  soon: 'Bientôt, par là : {plans}.',
  nearPlan: '« {title} », {day} ({name})',
  announced: 'Un mot de l’équipe',
  stop: 'Ne plus recevoir ces mails',
}
