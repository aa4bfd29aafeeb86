import { defineMovement } from '#shared/movement.ts'

/** The sample movement: what the demo and the tests run with, whatever the real `movement.config.ts` says. */
export default defineMovement({
  name: 'Archipel',
  website: 'https://archipel.example.org',
  languages: ['fr', 'en'],
  timeZone: 'Europe/Paris',
  country: 'FR',
  sender: {
    name: 'Archipel, équipe réseau',
    address: 'reseau@archipel.example.org',
    replyTo: 'reseau@archipel.example.org',
    signature: 'Camille',
  },
  coordinators: [{ name: 'Camille', email: 'camille@archipel.example.org' }],
  calendar: {
    opens: { weekday: 'tuesday', nth: 1 },
    at: '09:00',
    sequence: { reminders: [7, 14], end: 21 },
  },
  headings: { 'Ouvert le': 'Date de création', 'Tête de pont 1': 'Référent·e 1' },
  lists: [
    {
      key: 'annonces',
      label: { fr: 'Annonces du mouvement', en: 'News of the movement' },
      about: { fr: 'Deux messages par mois, pour tous les groupes.', en: 'Two messages a month, for all groups.' },
      signUp: true,
    },
    {
      key: 'entraide',
      label: { fr: 'Entraide entre groupes', en: 'Groups helping groups' },
      about: { fr: 'On y pose ses questions, on y répond.', en: 'Where groups ask and answer.' },
    },
  ],
  feeds: { map: 'public', calendar: 'public', find: 'public', join: 'public' },
})
