import type { givenBack as french } from '../fr/given-back.ts'
import { plural } from './count.ts'

/** What the network gives back to whoever has just answered. */
export const givenBack: typeof french = {
  title: 'Around you',
  answered: (answered, asked) =>
    `${plural(answered, 'group has', 'groups have')} answered this month, of ${asked.toLocaleString('en')}.`,
  near: 'The nearest groups',
  planned: 'Soon, near you',
  keep: {
    see: 'Keep a copy of the record',
    title: 'Keep a copy',
    lead: 'What is written of your group is yours. These files open without Relance.',
    record: 'The record, for a spreadsheet (CSV)',
    history: 'Its history, for a spreadsheet (CSV)',
    calendar: 'Its activities and trainings, for a calendar (ICS)',
    json: 'All of it, for a program (JSON)',
    warning: 'These files hold names, addresses and phone numbers: keep them for the group.',
    columns: { part: 'Section', line: 'Line', question: 'Question', answer: 'Answer' },
    changes: { day: 'Day', by: 'By', what: 'What', before: 'Before', after: 'After' },
  },
}
