export const fr = {
  name: 'Mail du mois',
  subject: '{groups} : tout est-il toujours juste ?',
  title: 'Tout est-il toujours juste ?',
  lead: {
    one: 'Une fois par mois, nous vérifions avec vous que ce que nous savons de votre groupe est encore vrai. Voici ce que nous avons.',
    other:
      'Une fois par mois, nous vérifions avec vous que ce que nous savons de vos groupes est encore vrai. Voici ce que nous avons.',
  },
}
