export const fr = {
  name: 'Mail mensuel',
  kicker: 'Mise à jour {de month}',
  subject: '{groups} : tout est-il toujours juste ?',
  title: 'Tout est-il toujours juste ?',
  lead: 'Voici ce que nous savons {du groups}.',
}
