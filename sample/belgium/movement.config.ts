import { defineMovement } from '#shared/movement.ts'

/** A Belgian network in French and Dutch: provinces, postal codes, towns of two names. `npm run demo -- belgium` */
export default defineMovement({
  name: 'Haies Vives – Levende Hagen',
  website: 'https://haies-hagen.example.org',
  languages: ['fr', 'nl'],
  timeZone: 'Europe/Brussels',
  country: 'BE',
  sender: {
    name: 'Haies Vives – Levende Hagen',
    names: { fr: 'Haies Vives', nl: 'Levende Hagen' },
    address: 'contact@haies-hagen.example.org',
    replyTo: 'contact@haies-hagen.example.org',
    signature: 'Leïla & Wout',
  },
  coordinators: [
    { name: 'Leïla', email: 'leila@haies-hagen.example.org' },
    {
      name: 'Wout',
      email: 'wout@haies-hagen.example.org',
      language: 'nl',
      regions: ['Vlaanderen', 'Bruxelles-Capitale'],
    },
  ],
  calendar: {
    opens: { weekday: 'wednesday', nth: 1 },
    at: '08:30',
    sequence: { reminders: [7, 14], end: 21 },
    skippedMonths: [7, 8],
    publicHolidays: 'BE',
  },
  sections: ['identity', 'referents', 'activities'],
  questions: [
    {
      key: 'hedges',
      type: 'number',
      label: { fr: 'Mètres de haie plantés', nl: 'Meters haag geplant' },
      figure: { fr: 'Mètres de haie plantés', nl: 'Meters haag geplant' },
      headings: ['Haag (m)', 'Haie (m)'],
    },
  ],
  feeds: { map: 'public', find: 'public', join: 'public' },
})
