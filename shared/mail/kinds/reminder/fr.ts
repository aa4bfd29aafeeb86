export const fr = {
  name: 'Rappel',
  subject: '{groups} : deux minutes pour vérifier ?',
  title: 'Deux minutes pour vérifier ?',
  lead: {
    one: 'Ce mois-ci, personne de votre groupe ne nous a encore répondu. Ce que nous savons est-il toujours juste ?',
    other: 'Ce mois-ci, personne ne nous a encore répondu pour ces groupes. Ce que nous savons est-il toujours juste ?',
  },
}
