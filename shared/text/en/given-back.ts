import type { givenBack as french } from '../fr/given-back.ts'
import { showNumber } from '../number.ts'
import { plural } from './count.ts'

/** What the network gives back to whoever has just answered. */
export const givenBack: typeof french = {
  title: 'Around you',
  answered: (answered, asked) =>
    `${plural(answered, 'group has', 'groups have')} answered this month, of ${showNumber(asked, 'en')}.`,
  near: 'The nearest groups',
  planned: 'Soon, near you',
  keep: {
    see: 'Keep a copy of the record',
    title: 'Keep a copy',
    lead: 'What is written about your group is yours. These files open without Relance.',
    record: 'The record, for a spreadsheet (CSV)',
    history: 'Its history, for a spreadsheet (CSV)',
    calendar: 'What it does and plans, for a calendar (ICS)',
    json: 'All of it, for a program (JSON)',
    warning: 'These files hold names, addresses and phone numbers: keep them for the group.',
    subscribe: 'Follow your groups in your calendar',
    columns: { part: 'Section', line: 'Line', question: 'Question', answer: 'Answer' },
    changes: { day: 'Day', by: 'By', what: 'What', before: 'Before', after: 'After' },
  },
  calendar: {
    title: 'Your groups in your calendar',
    lead: 'An address that your calendar rereads by itself: what your groups plan stays up to date there.',
    make: 'Create the address',
    address: 'The address of your calendar',
    how: 'In your calendar (Google Calendar, Thunderbird, Apple, Nextcloud…) look for “Add a calendar by its address” and paste it. On a phone:',
    open: 'Open in my calendar',
    secret: 'Anybody who has this address sees these activities. It allows nothing else.',
    again: 'Change the address',
    end: 'Delete the address',
    endHint: 'Was it given away by mistake? Once changed, the old one shows nothing.',
  },
}
