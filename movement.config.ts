import { defineMovement } from '#shared/movement.ts'

/** The one file that a movement edits. `npm run check-config` says whether it is right; `npm start` refuses to start when it is not. */
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
    days: { reminder: 7, last_call: 14, silent_groups: 21 },
  },
})
