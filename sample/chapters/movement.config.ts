import { defineMovement } from '#shared/movement.ts'

/** A British federation of chapters: English alone, no campaigns, no trainings, five questions of its own. `npm run demo -- chapters` */
export default defineMovement({
  name: 'Tidewatch',
  website: 'https://tidewatch.example.org',
  languages: ['en'],
  timeZone: 'Europe/London',
  country: 'GB',
  sender: {
    name: 'Tidewatch chapters team',
    address: 'chapters@tidewatch.example.org',
    replyTo: 'chapters@tidewatch.example.org',
    signature: 'Priya',
  },
  coordinators: [
    { name: 'Priya', email: 'priya@tidewatch.example.org' },
    { name: 'Owen', email: 'owen@tidewatch.example.org', regions: ['Wales'] },
  ],
  calendar: {
    opens: { date: 5 },
    at: '10:00',
    sequence: { reminders: [5, { after: 9, on: 'thursday' }, 15], end: 20 },
    skippedMonths: [8],
    publicHolidays: 'GB-ENG',
  },
  nouns: {
    group: { en: { one: 'chapter', many: 'chapters' } },
    referent: { en: { one: 'lead', many: 'leads' } },
  },
  headings: { Chapter: 'Group name', 'Lead 1': 'Referent 1', 'Lead 1 email': 'Referent 1 email' },
  sections: ['identity', 'referents', 'activities'],
  questions: [
    {
      key: 'meets',
      type: 'choice',
      label: { en: 'How often do you meet?' },
      options: [
        { key: 'weekly', label: { en: 'Every week' } },
        { key: 'monthly', label: { en: 'Every month' } },
        { key: 'less', label: { en: 'Less often' } },
      ],
      inMail: true,
    },
    {
      key: 'beaches',
      type: 'number',
      label: { en: 'Beaches you look after' },
      figure: { en: 'Beaches looked after' },
    },
    {
      key: 'kit',
      type: 'choices',
      label: { en: 'Kit you can lend' },
      hint: { en: 'Tick all that other chapters may borrow.' },
      options: [
        { key: 'grabbers', label: { en: 'Litter pickers' } },
        { key: 'banner', label: { en: 'Banner' } },
        { key: 'gazebo', label: { en: 'Gazebo' } },
      ],
    },
    { key: 'insured', type: 'yes_no', label: { en: 'Does your own insurance cover events?' } },
    { key: 'newsletter', type: 'website', label: { en: 'Newsletter sign-up page' }, audience: 'public' },
  ],
})
