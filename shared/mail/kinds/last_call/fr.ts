export const fr = {
  name: 'Dernier message',
  subject: '{groups} : dernier message du mois',
  title: 'Dernier message du mois',
  lead: {
    one: 'Personne de votre groupe ne nous a encore répondu, et nous n’écrirons plus ce mois-ci. Même si rien n’a changé, dites-le-nous : c’est ainsi que nous savons que le groupe est là.',
    other:
      'Personne ne nous a encore répondu pour ces groupes, et nous n’écrirons plus ce mois-ci. Même si rien n’a changé, dites-le-nous : c’est ainsi que nous savons qu’ils sont là.',
  },
}
