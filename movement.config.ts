import { defineMovement } from '#shared/movement.ts'

/** Who your movement is. `npm run check-config` says whether this file is correct; otherwise `npm start` does not start. What is left out here can be set at the desk: docs/settings.md has all settings. */
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
  },
  coordinators: [{ name: 'Camille', email: 'camille@archipel.example.org' }],
  calendar: {
    opens: { weekday: 'tuesday', nth: 1 },
    at: '09:00',
    sequence: { reminders: [7, 14], end: 21 },
    publicHolidays: 'FR',
  },
  lists: [
    {
      key: 'annonces',
      label: { fr: 'Annonces du mouvement', en: 'News of the movement' },
      about: { fr: 'Deux messages par mois, pour tous les groupes.', en: 'Two messages a month, for all groups.' },
    },
    {
      key: 'entraide',
      label: { fr: 'Entraide entre groupes', en: 'Groups helping groups' },
      about: { fr: 'On y pose ses questions, on y répond.', en: 'Where groups ask and answer.' },
    },
  ],
})
