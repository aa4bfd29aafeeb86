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
  },
  coordinators: [{ name: 'Camille', email: 'camille@archipel.example.org' }],
  calendar: {
    opens: { weekday: 'tuesday', nth: 1 },
    at: '09:00',
    days: { reminder: 7, last_call: 14, silent_groups: 21 },
  },
})
