import { defineMovement } from '#shared/movement.ts'

/** A small Belgian network in French, with two sections of its own: meetings, and tools that ateliers lend. `npm run demo -- small` */
export default defineMovement({
  name: 'Répare-Cafés du Plateau',
  website: 'https://repare.example.org',
  languages: ['fr'],
  timeZone: 'Europe/Brussels',
  country: 'BE',
  sender: {
    name: 'Répare-Cafés du Plateau',
    address: 'bonjour@repare.example.org',
    replyTo: 'bonjour@repare.example.org',
    signature: 'Noémie',
  },
  coordinators: [{ name: 'Noémie', email: 'noemie@repare.example.org' }],
  calendar: {
    opens: { weekday: 'monday', nth: 2 },
    at: '08:30',
    sequence: { reminders: [7, 14], end: 21 },
    skippedMonths: [7, 8],
    publicHolidays: 'BE',
  },
  sections: [
    'identity',
    'referents',
    {
      key: 'repairs',
      title: { fr: 'Rencontres' },
      row: { fr: 'rencontre' },
      lead: { fr: 'Les réparations que vous avez tenues, et celles qui viennent.' },
      add: { fr: 'Ajouter une rencontre' },
      name: 'where',
      day: 'held',
    },
    {
      key: 'tools',
      title: { fr: 'Outils à prêter' },
      row: { fr: 'outil' },
      add: { fr: 'Ajouter un outil' },
      name: 'what',
    },
  ],
  questions: [
    { key: 'held', section: 'repairs', type: 'day', label: { fr: 'Jour' }, required: true },
    { key: 'where', section: 'repairs', type: 'text', label: { fr: 'Où ?' }, required: true },
    {
      key: 'repaired',
      section: 'repairs',
      type: 'number',
      label: { fr: 'Objets réparés' },
      figure: { fr: 'Objets réparés' },
    },
    { key: 'what', section: 'tools', type: 'text', label: { fr: 'Outil' }, required: true },
    { key: 'deposit', section: 'tools', type: 'number', label: { fr: 'Caution, en euros' } },
    { key: 'lent', section: 'tools', type: 'yes_no', label: { fr: 'Prêté en ce moment ?' } },
  ],
})
