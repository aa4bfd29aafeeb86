import type { form as formInFrench } from '../fr/form.ts'
import { inSentence } from '../in-sentence.ts'
import { showNumber } from '../number.ts'
import { plural } from './count.ts'

const list = new Intl.ListFormat('en-GB')
const people = (names: readonly string[], more: number) =>
  list.format([...names, ...(more > 0 ? [plural(more, 'other person', 'other people')] : [])])

export const form: typeof formInFrench = {
  homeTitle: 'Update my group',
  homeLead: (movement: string) =>
    `The referents of ${movement}’s groups regularly get a mail with their personal link. Open it to check what we know of the group.`,
  homeNewLink: 'Send me my link',
  homeCoordinators: 'I’m on the team: open the dashboard',

  chooseTitle: 'Which group do you want to update?',
  chooseLead: (name: string) => `Hello ${name}. You are a referent of several groups.`,
  noGroupTitle: 'You are not a referent of any group',
  noGroupLead: 'If that is a mistake, write to us: we will be happy to fix it.',

  lead: (name: string) => `Hello ${name}. This is what we know of the group. Is it still correct?`,
  allRight: 'Everything is correct',
  restRight: 'Everything else is correct',
  toAllRight: (label) => `Go to the button “${label}”`,
  whatWeKnow: 'What we know',
  correct: 'Change',
  youAnswered: (day) => `You answered on ${day}, thank you. Has something changed since? Correct it here.`,
  progress: (done, all) => (done === all ? 'all up to date' : `${done} of ${all} up to date`),
  progressOf: { done: 'up to date', to_check: 'to check', missing: 'incomplete' },
  noPhone: (name) => `No phone for ${name}`,
  noEmail: (name) => `No email address for ${name}`,
  sectionRight: 'Nothing to change',
  checkedAgo: (ago: string, by: string | null) => (by ? `checked ${ago} by ${by}` : `checked ${ago}`),
  neverChecked: 'never checked',
  nothingYet: 'Nothing yet.',
  toComplete: (labels: readonly string[]) => `Missing: ${labels.map((label) => inSentence(label, 'en')).join(', ')}`,
  noList: 'Nobody is on a list.',
  andMore: (n: number) => `and ${plural(n, 'other', 'others')}`,
  answered: (by: string, ago: string) => `${by} already answered, ${ago}. You can still correct it.`,
  otherGroups: 'My other groups',
  nextGroup: (name) => `Check ${name} too`,
  nextGroups: (n) => `Check my other groups (${showNumber(n, 'en')})`,
  groupAnswered: (name) => `${name} (answered this month)`,

  languageKept: { title: 'This page is now in English', body: 'Our mails will be in English too.' },
  thanksTitle: 'Thank you, noted',
  thanksBody: 'Your group is up to date for this month: nobody in the group will get a reminder.',
  savedTitle: (section: string) => `Saved: ${section}`,
  savedBody: 'Is the rest correct too? Then one last tap is enough.',
  askedTitle: 'Asked for: a new address',
  checkedTitle: (section: string) => `Checked: ${section}`,

  /** Of a question that may stay unanswered. */
  notSaid: 'not said',
  showEverybody: (question: string) => `Show everybody: “${question}”`,
  olderCampaigns: (n: number) => plural(n, 'older campaign', 'older campaigns'),
  moreRows: (n) => `See the others (${showNumber(n, 'en')})`,
  firstRows: 'Back to the first ones',
  olderRows: (n) => `See the older ones (${showNumber(n, 'en')})`,
  noCampaign: 'The movement has no campaign yet.',
  nobody: 'The group has no referent for now',
  nobodyProblem:
    'Nobody would be left to write to. Keep somebody, add somebody, or tick “The group has no referent for now”.',
  draftKept: 'You had started writing here, without saving.',
  draftRestore: 'Continue where I left off',
  draftDiscard: 'Discard it',
  save: 'Save',
  back: 'Go back without saving',
  backUnsent: 'Go back without sending',
  townUnknown: (town: string) => `We do not find “${town}” in our list of towns. Is it one of these?`,
  townKeep: (town: string) => `No, keep “${town}”`,
  doubtsTitle: (n) => (n === 1 ? 'One thing to check' : `${n} things to check`),
  mixedTitle: (n) => `${n} things to correct or to check`,
  keepDoubted: 'If it is right, save again.',
  errorsTitle: (n) => (n === 1 ? 'One thing needs a correction' : `${n} things need a correction`),
  invited: (name) => `We have written to ${name}, who has not said yes yet. What you see here is what the group wrote.`,
  waits: (name) => `Waiting for the team: we have not written to ${name} yet.`,
  invitedShort: 'has not said yes yet',
  invites: (names, more) =>
    `In a few minutes we write to ${people(names, more)}: an invitation, to accept or not. For that, there is nothing else to do.`,
  waitsShort: 'waiting for the team',
  waiting: (names, more) =>
    `We have not written yet to ${people(names, more)}: that is many new people in a short time, and the team checks first. It is saved, there is nothing for you to do.`,
  emptied: 'Everything is empty: tick the box to remove this, or write again what was right.',
  needed: '(required)',
  rowNumber: (row: string, n: number | string) => `${row} ${n}`,
  unreachedOwn: (since) =>
    `Our mails have not reached you since ${since}: your mail server says that your address does not exist. If it is right, save it as it is: we will try again. If not, correct it.`,
  unreached: (name, since) =>
    `Our mails to ${name} have come back since ${since}: their mail server says that the address does not exist. If you know another address, correct it. If this one is right, save it as it is: we will try again.`,
  submitAgain: 'Press once more',
  saveAgain: 'Press “Save” once more',
  oldPage: 'This page had been open for a long time: we saved nothing. Check it, then press again.',
  oldPageTyped: 'This page had been open for a long time. What you had typed is still there.',
  foreignRows: 'A line of this page is not your group’s, or no longer is. Look at what is here.',
  hastySubmission: 'That was so quick that we would rather be sure it is you, and not a robot that reads mails.',
  conflictTitle: (by) => `${by ?? 'Somebody else'} corrected the same thing at the same time`,
  conflictChoose: 'Choose what is right',
  conflictBody: 'Choose what is right, then save. Everything else you typed is kept.',
  conflictTheirs: (by) => `what ${by ?? 'the other person'} wrote`,
  conflictMine: 'what you wrote',
  conflictNeither: 'Neither, but:',
  conflictOther: (label) => `${label}: another answer`,
}
