import { ofAges, ofAny, type RhythmWords } from '../rhythm.ts'

/** What our English sentences say of a month. “This month and the eleven before” are months whatever the rhythm is. */
export const rhythm: RhythmWords = [
  [/\bmonthly\b/gi, ofAny('regular', { 3: 'quarterly', 6: 'half-yearly', 12: 'yearly' })],
  [
    /\beach month\b/gi,
    { 2: 'every two months', 3: 'every quarter', 4: 'every four months', 6: 'every six months', 12: 'every year' },
  ],
  [
    /(?<=\bminute )a month\b/g,
    { 2: 'every two months', 3: 'a quarter', 4: 'every four months', 6: 'every six months', 12: 'a year' },
  ],
  [/\bthis month’s\b/gi, ofAny('the latest', { 3: 'this quarter’s', 6: 'this half-year’s', 12: 'this year’s' })],
  [
    /\bthis month\b(?! and the eleven)/gi,
    ofAny('this time', { 3: 'this quarter', 6: 'this half-year', 12: 'this year' }),
  ],
  [/(?<=\b(?:word|question) of the )month\b/gi, ofAny('moment')],
  [/(?<=^The )month$/g, ofAny('update')],
  // What is up to date
  [/\b30, 90 and 180 days\b/g, ofAges(({ month, quarter, half }) => `${month}, ${quarter} and ${half} months`)],
  [/\b31 to 90 days\b/g, ofAges(({ month, quarter }) => `${month} to ${quarter} months`)],
  [/\b91 to 180 days\b/g, ofAges(({ quarter, half }) => `${quarter} to ${half} months`)],
  [/\b30 d(?:ays)?\b/g, ofAges(({ month }) => `${month} months`)],
  [/\b90 d(?:ays)?\b/g, ofAges(({ quarter }) => `${quarter} months`)],
  [/\b180 d(?:ays)?\b/g, ofAges(({ half }) => `${half} months`)],
  [/(?<=\bchecked (?:in the last|within) )three months\b/g, ofAges(({ quarter }) => `${quarter} months`)],
]
