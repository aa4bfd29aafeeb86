export const fr = {
  name: 'Rappel',
  kicker: 'Rappel, mise à jour {de month}',
  subject: '{groups} : rappel, une minute suffit',
  title: 'Une minute pour vérifier ?',
  lead: {
    one: 'Personne {du groups} n’a encore répondu ce mois-ci. Est-ce toujours juste ?',
    other: 'Personne n’a encore répondu pour {groups} ce mois-ci. Est-ce toujours juste ?',
  },
  network: '{answered} groupes sur {asked} ont déjà répondu.',
}
