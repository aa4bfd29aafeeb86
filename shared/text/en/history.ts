import type { history as historyInFrench } from '../fr/history.ts'

const list = new Intl.ListFormat('en-GB')

export const history: typeof historyInFrench = {
  title: 'What has changed',
  lead: 'Everything that was corrected or confirmed in the group’s record, and by whom. A mistake? You can take it back for thirty days.',
  back: 'Back to the group',
  see: 'See what has changed, and by whom',
  undo: 'Take this back',
  older: 'See older ones',
  moreChanges: (n: number) => `See ${n.toLocaleString('en')} more ${n === 1 ? 'change' : 'changes'}`,
  whole: 'See it whole',
  revisionTitle: 'All that was changed',
  furtherChanges: 'See what follows',
  latest: 'Back to the latest',
  confirmedAll: 'Confirmed that everything is correct.',
  confirmed: (sections) => `Confirmed that there is nothing to change: ${list.format(sections)}.`,
  undoConfirmation: 'Take this check back',
  undoneConfirmation: (by) => `Taken back by ${by}.`,
  unconfirmed: {
    title: 'Taken back',
    body: 'The record is as it was before your answer: what you had checked is to be checked again.',
  },
  undone: 'This correction was taken back.',
  tookBack: (name: string) => `${name} took it back`,
  authors: {
    referent: 'Somebody in the group',
    import: 'The team, from a sheet',
    coordinator: 'The team',
    system: 'Relance',
  },
  forTeam: (name: string) => `${name}, for the team`,
  firstImport: 'The group’s record was made.',
  before: 'before:',
  after: 'now:',
  corrected: 'corrected',
  merged: 'Made one with the group',
  becamePart: 'Is now part of the group',
  parted: 'Separate again from the group',
  notices: {
    done: 'Taken back',
    partly: 'Taken back, except what somebody has corrected since',
    nothing: 'There is nothing left to take back: somebody has corrected it since, or it is too old',
    too_much: 'You have written a lot today. Take this back tomorrow, or write to us',
    nobody: 'Nobody would be left to write to. Add somebody first',
    again: 'Press once more',
  },
}
